package main

import (
	"fmt"
	"sync"
	"sync/atomic"
	"time"
)

const (
	loans  = 200_000 // for each of two clerks
	rounds = 20      // of which the fastest counts
)

type line [16]atomic.Int64 // 128 bytes: no two of these lie in one cache line

func timed(counters ...*atomic.Int64) time.Duration {
	fastest := time.Hour
	for range rounds {
		start := time.Now()
		var clerks sync.WaitGroup
		for _, counter := range counters {
			clerks.Go(func() {
				for range loans {
					counter.Add(1)
				}
			})
		}
		clerks.Wait()
		fastest = min(fastest, time.Since(start))
	}
	return fastest
}

func main() {
	lines := new([2]line)
	own := timed(&lines[0][0], &lines[1][0])
	sum := lines[0][0].Load() + lines[1][0].Load()

	var one atomic.Int64
	shared := timed(&one, &one)
	if sum != one.Load() {
		panic("a loan was lost")
	}

	neighbours := timed(&lines[0][0], &lines[0][1])
	ratio := func(d time.Duration) float64 { return float64(d) / float64(own) }
	fmt.Printf("one for both: %.1f times as long as one each\n", ratio(shared))
	fmt.Printf("one each, side by side: %.1f times\n", ratio(neighbours))
}
