package main

import (
	"fmt"
	"sync"
)

type Catalogue struct {
	mu     sync.Mutex
	titles []string
}

// The caller has locked c.mu.
func (c *Catalogue) sizeLocked() int {
	return len(c.titles)
}

func (c *Catalogue) Add(title string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.titles = append(c.titles, title)
	fmt.Println(title, "is number", c.sizeLocked())
}

func main() {
	var catalogue Catalogue
	catalogue.Add("Emma")
}
