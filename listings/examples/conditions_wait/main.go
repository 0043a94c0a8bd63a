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
	var nora sync.WaitGroup
	nora.Go(waitForDelivery)
	mu.Lock()
	delivered = true
	mu.Unlock()
	bell.Signal()
	nora.Wait()
	fmt.Println("Nora has her book")
}
