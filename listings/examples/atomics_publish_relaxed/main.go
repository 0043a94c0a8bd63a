package main

import (
	"fmt"
	"sync"
	"sync/atomic"
)

var (
	page  atomic.Uint32
	ready atomic.Bool
)

func main() {
	var ann sync.WaitGroup
	ann.Go(func() {
		page.Store(42)
		ready.Store(true)
	})
	if ready.Load() {
		fmt.Println("page", page.Load())
	} else {
		fmt.Println("not ready")
	}
	ann.Wait()
}
