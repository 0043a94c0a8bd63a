package main

import (
	"fmt"
	"sync"
)

type Emma struct {
	mu         sync.Mutex
	onTheShelf int
	lent       int
}

func lend(emma *Emma, slippery bool) {
	emma.mu.Lock()
	defer emma.mu.Unlock()
	emma.onTheShelf--
	if slippery {
		panic("the clerk slips")
	}
	emma.lent++
}

func main() {
	emma := Emma{onTheShelf: 3}
	ok := make(chan bool)
	go func() {
		defer func() { ok <- recover() == nil }()
		lend(&emma, true)
	}()
	fmt.Println("did it go well?", <-ok)
	emma.mu.Lock()
	defer emma.mu.Unlock()
	fmt.Println(emma.onTheShelf, "there,", emma.lent, "lent")
}
