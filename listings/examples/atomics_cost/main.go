package main

import (
	"fmt"
	"sync"
	"sync/atomic"
	"time"
)

const (
	times  = 200_000
	rounds = 20 // of which the fastest counts
)

func timed(step func()) time.Duration {
	fastest := time.Hour
	for range rounds {
		start := time.Now()
		for range times {
			step()
		}
		fastest = min(fastest, time.Since(start))
	}
	return fastest
}

func main() {
	var number atomic.Uint32
	add := timed(func() { number.Add(1) })
	var mu sync.Mutex
	n := uint32(0)
	lock := timed(func() {
		mu.Lock()
		n++
		mu.Unlock()
	})
	fmt.Printf("a mutex and n++: %.1f times as long as one Add\n", float64(lock)/float64(add))
}
