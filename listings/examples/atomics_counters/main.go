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

type apart struct {
	n atomic.Int64
	_ [120]byte // so that no two lie in one cache line
}

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
	var far [2]apart
	own := timed(&far[0].n, &far[1].n)

	var one atomic.Int64
	shared := timed(&one, &one)

	var sideBySide [2]atomic.Int64
	neighbours := timed(&sideBySide[0], &sideBySide[1])

	if far[0].n.Load()+far[1].n.Load() != one.Load() {
		panic("a loan was lost")
	}
	ratio := func(d time.Duration) float64 { return float64(d) / float64(own) }
	fmt.Printf("one for both: %.1f times as long as one each\n", ratio(shared))
	fmt.Printf("one each, side by side: %.1f times\n", ratio(neighbours))
}
