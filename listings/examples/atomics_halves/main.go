package main

import (
	"fmt"
	"sync"
	"sync/atomic"
)

var sum atomic.Int32

func addAll(from, to int32) {
	for number := from; number <= to; number++ {
		sum.Add(number)
	}
}

func main() {
	var clerks sync.WaitGroup
	clerks.Go(func() { addAll(1, 50) })
	clerks.Go(func() { addAll(51, 100) })
	clerks.Wait()
	fmt.Println("1 to 100:", sum.Load())
}
