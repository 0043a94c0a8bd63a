package main

import (
	"fmt"
	"runtime"
	"sync"
	"sync/atomic"
)

var (
	locked atomic.Bool
	loans  int
)

func lend() {
	for !locked.CompareAndSwap(false, true) {
		runtime.Gosched()
	}
	loans++
	locked.Store(false)
}

func main() {
	var ann sync.WaitGroup
	ann.Go(lend)
	lend()
	ann.Wait()
	fmt.Println("loans:", loans)
}
