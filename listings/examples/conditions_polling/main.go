package main

import (
	"fmt"
	"runtime"
	"sync"
	"time"
)

var (
	mu        sync.Mutex
	delivered string
	looks     int
)

func look() string {
	mu.Lock()
	defer mu.Unlock()
	looks++
	return delivered
}

func main() {
	var nora sync.WaitGroup
	nora.Go(func() {
		for look() == "" {
			runtime.Gosched() // lets other goroutines have the thread
		}
	})
	time.Sleep(100 * time.Millisecond) // the delivery takes its time
	mu.Lock()
	delivered = "Persuasion"
	mu.Unlock()
	nora.Wait()
	fmt.Println("Nora reads", delivered)
	fmt.Println("she has looked", looks, "times")
}
