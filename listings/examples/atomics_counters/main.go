package main

import (
	"fmt"
	"slices"
	"sync"
	"sync/atomic"
	"time"
)

const (
	loans  = 20_000 // for each of two clerks
	rounds = 201    // of which the middle one counts
)

type line [16]atomic.Int64 // 128 bytes: no two of these lie in one cache line

func round(counters [2]*atomic.Int64) time.Duration {
	var times [2]time.Duration
	var here atomic.Int32
	var clerks sync.WaitGroup
	for i, counter := range counters {
		clerks.Go(func() {
			here.Add(1)
			for here.Load() < 2 {
				// neither is done before the other begins
			}
			start := time.Now()
			for range loans {
				counter.Add(1)
			}
			times[i] = time.Since(start)
		})
	}
	clerks.Wait()
	return max(times[0], times[1])
}

func timed(one, other *atomic.Int64) float64 {
	var times []time.Duration
	for range rounds {
		times = append(times, round([2]*atomic.Int64{one, other}))
	}
	slices.Sort(times)
	return times[rounds/2].Seconds()
}

func main() {
	lines := new([2]line)
	own := timed(&lines[0][0], &lines[1][0])
	var one atomic.Int64
	shared := timed(&one, &one)
	neighbours := timed(&lines[0][0], &lines[0][1])
	if one.Load() != 2*loans*rounds {
		panic("a loan was lost")
	}
	fmt.Printf("one for both: %.1f times as long as one each\n", shared/own)
	fmt.Printf("one each, side by side: %.1f times\n", neighbours/own)
}
