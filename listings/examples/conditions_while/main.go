package main

import (
	"fmt"
	"sync"
)

var (
	mu     sync.Mutex
	copies int
	bell   = sync.NewCond(&mu)
)

func deliver() {
	mu.Lock()
	copies++
	mu.Unlock()
	bell.Signal()
}

func takeOrLeave() {
	mu.Lock()
	defer mu.Unlock()
	copies = max(copies-1, 0)
}

func waitAndTake() string {
	mu.Lock()
	defer mu.Unlock()
	for copies == 0 {
		bell.Wait()
	}
	copies--
	return "a copy"
}

func main() {
	took := make(chan string)
	go func() { took <- waitAndTake() }()
	var harriet sync.WaitGroup
	harriet.Go(takeOrLeave)
	deliver()
	harriet.Wait()
	deliver()
	fmt.Println("Nora takes", <-took)
}
