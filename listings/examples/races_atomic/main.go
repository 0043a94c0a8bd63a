package main

import (
	"fmt"
	"sync"
	"sync/atomic"
)

var loans atomic.Uint32

func main() {
	var clerks sync.WaitGroup
	for range 3 {
		clerks.Go(func() {
			for range 5000 {
				loans.Add(1)
			}
		})
	}
	clerks.Wait()
	fmt.Println("loans:", loans.Load())
}
