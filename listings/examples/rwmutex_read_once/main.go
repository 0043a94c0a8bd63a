package main

import (
	"fmt"
	"sync"
)

var (
	mu    sync.RWMutex
	books = []string{"Emma"}
)

func count(books []string) int {
	return len(books)
}

func look() {
	mu.RLock()
	defer mu.RUnlock()
	fmt.Println(books[0], "is one of", count(books))
}

func main() {
	var writer sync.WaitGroup
	writer.Go(func() {
		mu.Lock()
		defer mu.Unlock()
		books = append(books, "Faust")
	})
	look()
	writer.Wait()
}
