package main

import (
	"fmt"
	"sync"
)

type Catalogue struct {
	mu     sync.Mutex
	titles []string
}

func (c *Catalogue) Size() int {
	c.mu.Lock()
	defer c.mu.Unlock()
	return len(c.titles)
}

func (c *Catalogue) Add(title string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.titles = append(c.titles, title)
	fmt.Println(title, "is number", c.Size())
}

func main() {
	var catalogue Catalogue
	catalogue.Add("Emma")
}
