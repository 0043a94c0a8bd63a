package main

import (
	"fmt"
	"runtime"
	"sync"
)

var (
	mu    sync.RWMutex
	books = []string{"Emma"}
)

func count() int {
	mu.RLock()
	defer mu.RUnlock()
	return len(books)
}

func main() {
	mu.RLock()
	defer mu.RUnlock()
	go func() {
		mu.Lock()
		defer mu.Unlock()
		books = append(books, "Faust")
	}()
	for mu.TryRLock() {
		mu.RUnlock()
		runtime.Gosched() // until the writer waits
	}
	fmt.Println(books[0], "is one of", count())
}
