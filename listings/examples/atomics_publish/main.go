package main

import (
	"fmt"
	"sync"
	"sync/atomic"
)

var (
	page  uint32 // plain: the flag orders it
	ready atomic.Bool
)

func main() {
	var ann sync.WaitGroup
	ann.Go(func() {
		page = 42
		ready.Store(true)
	})
	if ready.Load() {
		fmt.Println("page", page)
	} else {
		fmt.Println("not ready")
	}
	ann.Wait()
}
