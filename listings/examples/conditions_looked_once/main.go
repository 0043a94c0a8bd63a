package main

import (
	"fmt"
	"sync"
	"sync/atomic"
)

var (
	isRead atomic.Bool
	mu     sync.Mutex
	titles []string
)

func catalogueSize() int {
	if !isRead.Load() {
		mu.Lock()
		titles = append(titles, "Emma", "Persuasion") // slow: read from the disk
		isRead.Store(true)
		mu.Unlock()
	}
	mu.Lock()
	defer mu.Unlock()
	return len(titles)
}

func main() {
	var ann sync.WaitGroup
	ann.Go(func() { catalogueSize() })
	catalogueSize()
	ann.Wait()
	fmt.Println(catalogueSize(), "titles")
}
