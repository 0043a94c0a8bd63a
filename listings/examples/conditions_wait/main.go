package main

import (
	"fmt"
	"sync"
)

var (
	mu        sync.Mutex
	delivered bool
	bell      = sync.NewCond(&mu)
)

func waitForDelivery() {
	mu.Lock()
	defer mu.Unlock()
	for !delivered {
		bell.Wait()
	}
}

func main() {
	var emma sync.WaitGroup
	emma.Go(waitForDelivery)
	mu.Lock()
	delivered = true
	mu.Unlock()
	bell.Signal()
	emma.Wait()
	fmt.Println("Emma has her book")
}
