package main

import (
	"fmt"
	"sync/atomic"
)

var copies atomic.Uint32

func take() bool {
	for {
		seen := copies.Load()
		if seen == 0 {
			return false
		}
		if copies.CompareAndSwap(seen, seen-1) {
			return true
		}
	}
}

func main() {
	copies.Store(1)
	nora := make(chan bool)
	go func() { nora <- take() }()
	harriet := take()
	fmt.Printf("Nora: %t, Harriet: %t\n", <-nora, harriet)
}
