package main

import (
	"fmt"
	"sync"
)

var (
	mu        sync.Mutex
	delivered bool
	asleep    sync.Mutex
	bell      = sync.NewCond(&asleep)
)

func waitForDelivery() {
	mu.Lock()
	if delivered {
		mu.Unlock()
		return
	}
	mu.Unlock() // so that somebody can deliver …
	asleep.Lock()
	bell.Wait() // … while we sleep until the bell rings
	asleep.Unlock()
}

func main() {
	var nora sync.WaitGroup
	nora.Go(waitForDelivery)
	mu.Lock()
	delivered = true
	mu.Unlock()
	bell.Broadcast()
	nora.Wait()
	fmt.Println("Nora has her book")
}
