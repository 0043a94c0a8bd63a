package main

import (
	"fmt"
	"runtime"
	"sync"
	"time"
)

// Pure computing, with nothing to wait for.
func driveNails() uint64 {
	nail := uint64(1)
	for range 100_000_000 {
		nail ^= nail << 13
	}
	return nail
}

// Two goroutines, on as many threads as there are hammers.
func timed(hammers int) time.Duration {
	runtime.GOMAXPROCS(hammers)
	start := time.Now()
	var wg sync.WaitGroup
	results := make([]uint64, 2)
	for i := range results {
		wg.Go(func() { results[i] = driveNails() })
	}
	wg.Wait()
	return time.Since(start)
}

func main() {
	oneHammer, twoHammers := timed(1), timed(2)
	fmt.Println("cores:", runtime.NumCPU())
	fmt.Printf("two hammers are %.1f times as fast as one\n",
		oneHammer.Seconds()/twoHammers.Seconds())
}
