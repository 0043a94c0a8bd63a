package main

import (
	"fmt"
	"sync"
	"sync/atomic"
)

func next(total *atomic.Uint32) {
	seen := total.Load()
	total.Store(seen + 1)
}

func main() {
	var total atomic.Uint32
	var clerks sync.WaitGroup
	clerks.Go(func() { next(&total) })
	clerks.Go(func() { next(&total) })
	clerks.Go(func() { next(&total) })
	clerks.Wait()
	fmt.Println("total:", total.Load())
}
