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
	var clerks sync.WaitGroup
	clerks.Go(lend) // Ann
	clerks.Go(lend) // Bob
	clerks.Wait()
	fmt.Println("loans:", loans.Load())
}
