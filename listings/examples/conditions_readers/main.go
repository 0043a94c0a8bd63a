package main

import (
	"fmt"
	"sync"
)

var (
	mu             sync.RWMutex
	catalogue      []string
	bell           = sync.NewCond(mu.RLocker())
	bothAreReading sync.WaitGroup
)

func read() string {
	bell.L.Lock() // this is mu.RLock()
	defer bell.L.Unlock()
	for len(catalogue) == 0 {
		bell.Wait()
	}
	bothAreReading.Done()
	bothAreReading.Wait()
	return catalogue[0]
}

func main() {
	bothAreReading.Add(2)
	titles := make(chan string)
	for range 2 {
		go func() { titles <- read() }()
	}
	mu.Lock()
	catalogue = append(catalogue, "Emma")
	mu.Unlock()
	bell.Broadcast()
	fmt.Printf("%s and %s, read by both at once\n", <-titles, <-titles)
}
