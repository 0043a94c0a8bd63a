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
	for {
		from.mu.Lock()
		if to.mu.TryLock() {
			from.books--
			to.books++
			to.mu.Unlock()
			from.mu.Unlock()
			return
		}
		from.mu.Unlock()
	}
}

func main() {
	shelf, cellar := &Place{books: 5}, &Place{books: 5}
	var clerks sync.WaitGroup
	clerks.Go(func() { carry(shelf, cellar) })
	clerks.Go(func() { carry(cellar, shelf) })
	clerks.Wait()
	fmt.Println("books:", shelf.books+cellar.books)
}
