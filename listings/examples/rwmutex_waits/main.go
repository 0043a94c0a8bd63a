package main

import (
	"fmt"
	"runtime"
	"sync"
)

func main() {
	var mu sync.RWMutex
	books := []string{"Emma"}
	mu.RLock()
	var writer sync.WaitGroup
	writer.Go(func() {
		mu.Lock()
		defer mu.Unlock()
		books = append(books, "Faust")
	})
	for mu.TryRLock() {
		mu.RUnlock()
		runtime.Gosched() // until the writer waits
	}
	fmt.Println("one reads, one wants to write: a second reader has to wait")
	mu.RUnlock()
	writer.Wait()
	fmt.Println(len(books), "books")
}
