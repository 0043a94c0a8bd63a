package main

import (
	"fmt"
	"sync"
	"sync/atomic"
)

// A pile of books: 1 lies on 2, and 2 on the table (0).
var (
	top   atomic.Int32
	under [3]atomic.Int32
)

func take() int32 {
	for {
		book := top.Load()
		next := under[book].Load()
		if top.CompareAndSwap(book, next) {
			return book
		}
	}
}

func put(book int32) {
	under[book].Store(top.Load())
	top.Store(book) // only Bob puts
}

func main() {
	top.Store(1)
	under[1].Store(2)
	var ann sync.WaitGroup
	ann.Go(func() { take() })
	first, second := take(), take()
	put(first)
	ann.Wait()
	fmt.Printf("Bob holds %d, on the pile lies %d\n", second, top.Load())
}
