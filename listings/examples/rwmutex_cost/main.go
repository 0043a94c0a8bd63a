package main

import (
	"fmt"
	"math"
	"runtime"
	"sync"
	"time"
)

// Two clerks ask the cache, in reads of 1000 cases without a change.
// The best of a hundred times.
func timed(asks, reads int, read, write func()) float64 {
	best := math.Inf(1)
	for range 100 {
		start := time.Now()
		var clerks sync.WaitGroup
		for range 2 {
			clerks.Go(func() {
				for i := range asks {
					if i*7919%1000 < reads {
						read()
					} else {
						write()
					}
				}
			})
		}
		clerks.Wait()
		best = min(best, time.Since(start).Seconds())
	}
	return best
}

func busy(work int) uint64 {
	n := uint64(1)
	for range work {
		n ^= n << 13
	}
	return n
}

// How many times as fast as a Mutex a RWMutex is, if each section takes work steps.
func compare(asks, reads, work int) float64 {
	var mutex sync.Mutex
	var rwmutex sync.RWMutex
	n := uint64(0)
	withMutex := func() {
		mutex.Lock()
		defer mutex.Unlock()
		n += busy(work)
	}
	read := func() {
		rwmutex.RLock()
		defer rwmutex.RUnlock()
		busy(work)
	}
	write := func() {
		rwmutex.Lock()
		defer rwmutex.Unlock()
		n += busy(work)
	}
	return timed(asks, reads, withMutex, withMutex) / timed(asks, reads, read, write)
}

func main() {
	fmt.Println("cores:", runtime.NumCPU())
	for _, sections := range []struct {
		name       string
		asks, work int
	}{{"short", 4_000, 5}, {"long", 1_000, 2_000}} {
		for _, reads := range []int{500, 900, 990, 999} {
			ratio := compare(sections.asks, reads, sections.work)
			fmt.Printf("%s sections, %4v %% reads: %.2f times as fast\n",
				sections.name, float64(reads)/10, ratio)
		}
	}
}
