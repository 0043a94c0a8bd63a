package main

import (
	"fmt"
	"sync"
	"sync/atomic"
)

type Cache struct {
	mu    sync.RWMutex
	books map[int]string
	asked atomic.Int64
}

func (c *Cache) Get(id int) (string, bool) {
	c.mu.RLock()
	defer c.mu.RUnlock()
	c.asked.Add(1)
	title, found := c.books[id]
	return title, found
}

func main() {
	cache := Cache{books: map[int]string{7: "Emma"}}
	var readers sync.WaitGroup
	readers.Go(func() { cache.Get(7) })
	readers.Go(func() { cache.Get(8) })
	readers.Wait()
	fmt.Println("asked:", cache.asked.Load())
}
