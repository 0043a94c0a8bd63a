package main

import (
	"fmt"
	"sync"
)

var (
	shelf     sync.RWMutex
	catalogue []string
	mu        sync.Mutex
	changes   int
	bell      = sync.NewCond(&mu)
)

func first() string {
	shelf.RLock()
	defer shelf.RUnlock()
	if len(catalogue) == 0 {
		return ""
	}
	return catalogue[0]
}

func read() string {
	for {
		if title := first(); title != "" {
			return title
		}
		mu.Lock()
		for seen := changes; seen == changes; { // after we have looked
			bell.Wait()
		}
		mu.Unlock()
	}
}

func main() {
	title := make(chan string)
	go func() { title <- read() }()
	shelf.Lock()
	catalogue = append(catalogue, "Emma")
	shelf.Unlock()
	mu.Lock()
	changes++
	mu.Unlock()
	bell.Broadcast()
	fmt.Println(<-title)
}
