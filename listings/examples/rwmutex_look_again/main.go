package main

import (
	"fmt"
	"sync"
)

var (
	mu      sync.RWMutex
	title   string
	fetched int
)

func get() {
	mu.RLock()
	missing := title == ""
	mu.RUnlock()
	if missing {
		mu.Lock()
		defer mu.Unlock()
		if title == "" {
			title = "Emma"
			fetched++
		}
	}
}

func main() {
	var readers sync.WaitGroup
	readers.Go(get)
	readers.Go(get)
	readers.Wait()
	fmt.Println("fetched:", fetched)
}
