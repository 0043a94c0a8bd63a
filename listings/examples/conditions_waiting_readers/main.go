package main

import (
	"fmt"
	"sync"
)

func main() {
	var mu sync.RWMutex
	var books []string
	arrived := sync.NewCond(mu.RLocker())
	var reader sync.WaitGroup
	reader.Go(func() {
		mu.RLock()
		defer mu.RUnlock()
		for len(books) == 0 {
			arrived.Wait()
		}
		fmt.Println("found", books[0])
	})
	mu.Lock()
	books = append(books, "Emma")
	mu.Unlock()
	arrived.Broadcast()
	reader.Wait()
}
