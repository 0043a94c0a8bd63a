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

func takeOrWait() {
	mu.Lock()
	defer mu.Unlock()
	if copies == 0 {
		bell.Wait()
	}
	if copies == 0 {
		panic("a copy was delivered")
	}
	copies--
}

func takeOrLeave() {
	mu.Lock()
	defer mu.Unlock()
	copies = max(copies-1, 0)
}

func main() {
	var emma, bob sync.WaitGroup
	emma.Go(takeOrWait)
	bob.Go(deliver)
	takeOrLeave() // Harriet looks in; if there is nothing, she goes home
	bob.Wait()
	deliver()
	emma.Wait()
	fmt.Println("Emma has a copy")
}
