package main

import (
	"fmt"
	"sync"
	"sync/atomic"
)

func main() {
	var sum atomic.Int32
	var ann sync.WaitGroup
	ann.Go(func() {
		sum.Add(1)
		sum.Add(2)
	})
	sum.Add(3)
	sum.Add(4)
	ann.Wait()
	fmt.Println("1 + 2 + 3 + 4 =", sum.Load())
}
