package main

import (
	"fmt"
	"sync"
)

type Place struct {
	number int
	mu     sync.Mutex
	books  int
}

func carry(from, to *Place) {
	first, second := from, to
	if second.number < first.number {
		first, second = second, first
	}
	first.mu.Lock()
	defer first.mu.Unlock()
	second.mu.Lock()
	defer second.mu.Unlock()
	from.books--
	to.books++
}

func main() {
	shelf := &Place{number: 1, books: 5}
	cellar := &Place{number: 2, books: 5}
	var clerks sync.WaitGroup
	clerks.Go(func() { carry(shelf, cellar) })
	clerks.Go(func() { carry(cellar, shelf) })
	clerks.Wait()
	fmt.Println("books:", shelf.books+cellar.books)
}
