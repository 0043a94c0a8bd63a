package main

import (
	"fmt"
	"sync"
)

type Place struct {
	mu    sync.Mutex
	books int
}

func carry(from, to *Place) {
	from.mu.Lock()
	defer from.mu.Unlock()
	to.mu.Lock()
	defer to.mu.Unlock()
	from.books--
	to.books++
}

func main() {
	shelf, cellar := &Place{books: 5}, &Place{books: 5}
	var clerks sync.WaitGroup
	clerks.Go(func() { carry(shelf, cellar) })
	clerks.Go(func() { carry(cellar, shelf) })
	clerks.Wait()
	fmt.Println("books:", shelf.books+cellar.books)
}
