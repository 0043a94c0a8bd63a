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
	emma := make(chan bool)
	go func() { emma <- take() }()
	harriet := take()
	fmt.Printf("Emma: %t, Harriet: %t\n", <-emma, harriet)
}
