package main

import (
	"fmt"
	"sync"
	"sync/atomic"
	"time"
)

const shift = 400 * time.Millisecond

var mu sync.Mutex

// The printer needs a moment.
func printWithTheLock() {
	mu.Lock()
	defer mu.Unlock()
	time.Sleep(500 * time.Microsecond)
}

// One clerk wants the catalogue again at once, the other rests in between.
func main() {
	start := time.Now()
	var greedy atomic.Int64
	var clerk sync.WaitGroup
	clerk.Go(func() {
		for time.Since(start) < shift {
			printWithTheLock()
			greedy.Add(1)
		}
	})
	patient, most := 0, int64(0)
	for time.Since(start) < shift {
		time.Sleep(500 * time.Microsecond)
		before := greedy.Load()
		printWithTheLock()
		most = max(most, greedy.Load()-before)
		patient++
	}
	clerk.Wait()
	fmt.Printf("sync.Mutex: %d and %d cards, passed over %d times at worst\n",
		greedy.Load(), patient, most)
}
