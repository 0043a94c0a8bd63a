package main

import (
	"fmt"
	"math"
	"sync/atomic"
)

func main() {
	var number int32 = 2
	fmt.Println("returned", atomic.AddInt32(&number, 4))
	fmt.Println("now it is", atomic.LoadInt32(&number))

	var greatest atomic.Int32 // the same as a type, since Go 1.19
	greatest.Store(math.MaxInt32)
	greatest.Add(1)
	fmt.Println("one more than the greatest:", greatest.Load())
}
