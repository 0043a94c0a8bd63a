package main

import (
	"fmt"
	"sync"
)

type Emma struct {
	mu         sync.Mutex
	changing   bool // somebody began a change and did not finish it
	onTheShelf int
	lent       int
}

func lend(emma *Emma, slippery bool) {
	emma.mu.Lock()
	defer emma.mu.Unlock()
	emma.changing = true
	emma.onTheShelf--
	if slippery {
		panic("the clerk slips")
	}
	emma.lent++
	emma.changing = false
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
	if emma.changing {
		fmt.Println("poisoned: counting again")
		emma.lent = 3 - emma.onTheShelf
		emma.changing = false
	}
	fmt.Println(emma.onTheShelf, "there,", emma.lent, "lent")
}
