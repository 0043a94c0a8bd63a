package main

import (
	"fmt"
	"sync"
	"sync/atomic"
)

var (
	delivered atomic.Bool
	desk      sync.Mutex
	bell      = sync.NewCond(&desk)
)

func waitForDelivery() {
	desk.Lock()
	defer desk.Unlock()
	for !delivered.Load() {
		bell.Wait()
	}
}

func main() {
	var nora sync.WaitGroup
	nora.Go(waitForDelivery)
	delivered.Store(true) // atomic, but not under the lock
	bell.Signal()
	nora.Wait()
	fmt.Println("Nora has her book")
}
