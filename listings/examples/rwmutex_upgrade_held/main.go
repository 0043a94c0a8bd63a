package main

import (
	"fmt"
	"sync"
)

type Cache struct {
	mu    sync.RWMutex
	books map[int]string
}

func (c *Cache) Get(id int) string {
	c.mu.RLock()
	defer c.mu.RUnlock()
	title, found := c.books[id]
	if !found {
		title = "Emma" // from the database
		c.mu.Lock()
		defer c.mu.Unlock()
		c.books[id] = title
	}
	return title
}

func main() {
	cache := Cache{books: make(map[int]string)}
	fmt.Println(cache.Get(7))
}
