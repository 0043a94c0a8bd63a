package main

import (
	"fmt"
	"math"
	"sync"
	"time"
)

const slips = 200 // for each of two clerks

var (
	mu    sync.Mutex
	loans uint64
)

func readSlip() uint64 {
	slip := uint64(1)
	for range 15_000 {
		slip ^= slip << 13
	}
	return slip
}

func inside() {
	for range slips {
		slip := readSlip()
		mu.Lock()
		loans += slip
		mu.Unlock()
	}
}

func around() {
	mu.Lock()
	defer mu.Unlock()
	for range slips {
		loans += readSlip()
	}
}

func once() {
	mine := uint64(0)
	for range slips {
		mine += readSlip()
	}
	mu.Lock()
	defer mu.Unlock()
	loans += mine
}

// The best of a hundred times.
func timed(clerk func()) float64 {
	best := math.Inf(1)
	for range 100 {
		start := time.Now()
		var clerks sync.WaitGroup
		clerks.Go(clerk)
		clerks.Go(clerk)
		clerks.Wait()
		best = min(best, time.Since(start).Seconds())
	}
	return best
}

func main() {
	inside, around, once := timed(inside), timed(around), timed(once)
	fmt.Printf("inside is %.1f times as fast as around\n", around/inside)
	fmt.Printf("once is %.1f times as fast as around\n", around/once)
}
