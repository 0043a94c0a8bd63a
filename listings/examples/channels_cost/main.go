package main

import (
	"fmt"
	"sync"
	"sync/atomic"
	"time"
)

const loans = 200_000 // for each of two clerks

func timed(clerk func()) float64 {
	start := time.Now()
	var clerks sync.WaitGroup
	for range 2 {
		clerks.Go(func() {
			for range loans {
				clerk()
			}
		})
	}
	clerks.Wait()
	return time.Since(start).Seconds()
}

func main() {
	var mu sync.Mutex
	n := 0
	lock := timed(func() {
		mu.Lock()
		n++
		mu.Unlock()
	})

	var number atomic.Int64
	step := timed(func() { number.Add(1) })

	slips := make(chan int, 1000)
	sum := make(chan int)
	go func() {
		n := 0
		for s := range slips {
			n += s
		}
		sum <- n
	}()
	channel := timed(func() { slips <- 1 })
	close(slips)

	fmt.Println(n, number.Load(), <-sum)
	fmt.Printf("one step: %.2f times as long as the lock\n", step/lock)
	fmt.Printf("channel: %.2f times as long as the lock\n", channel/lock)
}
