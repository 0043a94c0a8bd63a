package main

import (
	"fmt"
	"runtime"
	"sync"
	"sync/atomic"
)

func next(total *atomic.Int32, between func()) {
	seen := total.Load()
	between()
	total.Store(seen + 1)
}

// lost says how many of 2,000 runs lose a loan.
func lost(between func()) int {
	count := 0
	for range 2_000 {
		var total atomic.Int32
		var clerks sync.WaitGroup
		clerks.Go(func() { next(&total, between) })
		clerks.Go(func() { next(&total, between) })
		clerks.Wait()
		if total.Load() < 2 {
			count++
		}
	}
	return count
}

func main() {
	fmt.Println("as it is:    ", lost(func() {}), "of 2000 runs lose a loan")
	fmt.Println("with a yield:", lost(runtime.Gosched), "of 2000")
}
