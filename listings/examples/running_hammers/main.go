package main

import (
	"fmt"
	"runtime"
	"sync"
	"time"
)

var sink uint64

// About a tenth of a second of pure computing.
func driveNails() uint64 {
	nail := uint64(1)
	for range 200_000_000 {
		nail ^= nail << 13
	}
	return nail
}

func timed(hammers int) time.Duration {
	runtime.GOMAXPROCS(hammers)
	start := time.Now()
	var carpenters sync.WaitGroup
	results := make([]uint64, 2)
	for i := range results {
		carpenters.Go(func() { results[i] = driveNails() })
	}
	carpenters.Wait()
	sink = results[0] + results[1]
	return time.Since(start)
}

func main() {
	oneHammer, twoHammers := timed(1), timed(2)
	fmt.Println("cores:", runtime.NumCPU())
	fmt.Printf("two hammers are %.1f times as fast as one\n",
		oneHammer.Seconds()/twoHammers.Seconds())
}
