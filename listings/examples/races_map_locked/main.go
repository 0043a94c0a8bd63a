package main

import (
	"fmt"
	"sync"
)

type Cache struct {
	mu    sync.Mutex
	books map[int]string
}

func (c *Cache) Put(id int, title string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.books[id] = title
}

func main() {
	cache := Cache{books: make(map[int]string)}
	var clerks sync.WaitGroup
	clerks.Go(func() { cache.Put(1, "Emma") })
	clerks.Go(func() { cache.Put(2, "Faust") })
	clerks.Wait()
	fmt.Println(cache.books[1], "and", cache.books[2])
}
