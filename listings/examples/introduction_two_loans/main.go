package main

import (
	"fmt"
	"sync"
	"sync/atomic"
)

var loans atomic.Uint32

func lend() {
	seen := loans.Load()
	loans.Store(seen + 1)
}

func main() {
	var wg sync.WaitGroup
	wg.Go(lend) // Ann
	wg.Go(lend) // Bob
	wg.Wait()
	fmt.Println("loans:", loans.Load())
}
