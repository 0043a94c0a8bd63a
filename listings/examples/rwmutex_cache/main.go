package main

import (
	"fmt"
	"sync"
)

type Cache struct {
	mu    sync.RWMutex // guards books
	books map[int]string
}

func (c *Cache) Put(id int, title string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.books[id] = title
}

func (c *Cache) Tell(reader string, id int) {
	c.mu.RLock()
	defer c.mu.RUnlock()
	_, found := c.books[id]
	fmt.Printf("%s: %t\n", reader, found)
}

func main() {
	cache := Cache{books: make(map[int]string)}
	var clerks sync.WaitGroup
	clerks.Go(func() { cache.Put(7, "Emma") })
	clerks.Go(func() { cache.Tell("Hugo", 7) })
	clerks.Go(func() { cache.Tell("Ida", 7) })
	clerks.Wait()
}
