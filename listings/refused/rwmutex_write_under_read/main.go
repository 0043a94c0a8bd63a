package main

import "sync"

type Cache struct {
	mu    sync.RWMutex
	books map[int]string
	asked int
}

func (c *Cache) Get(id int) (string, bool) {
	c.mu.RLock()
	defer c.mu.RUnlock()
	c.asked++
	title, found := c.books[id]
	return title, found
}

func main() {
	cache := Cache{books: map[int]string{7: "Emma"}}
	var readers sync.WaitGroup
	readers.Go(func() { cache.Get(7) })
	readers.Go(func() { cache.Get(8) })
	readers.Wait()
}
