package main

import (
	"fmt"
	"sync"
)

var (
	mu               sync.Mutex
	persuasion, emma bool
	bell             = sync.NewCond(&mu)
)

func waitUntil(isThere *bool) {
	mu.Lock()
	defer mu.Unlock()
	for !*isThere {
		bell.Wait()
	}
}

func deliver(book *bool) {
	mu.Lock()
	*book = true
	mu.Unlock()
	bell.Broadcast()
}

func main() {
	var ruth, harriet sync.WaitGroup
	ruth.Go(func() { waitUntil(&persuasion) })
	harriet.Go(func() { waitUntil(&emma) })
	deliver(&persuasion)
	ruth.Wait()
	deliver(&emma)
	harriet.Wait()
	fmt.Println("both have their books")
}
