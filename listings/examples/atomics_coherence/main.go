package main

import (
	"fmt"
	"sync"
	"sync/atomic"
)

func main() {
	var page atomic.Uint32
	page.Store(1)
	var ann sync.WaitGroup
	ann.Go(func() { page.Store(2) })
	first := page.Load()
	then := page.Load()
	ann.Wait()
	fmt.Printf("page %d, then page %d\n", first, then)
}
