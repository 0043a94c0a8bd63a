package main

import (
	"fmt"
	"sync"
	"time"
)

// each says how many nanoseconds each of so many steps takes, which two goroutines share.
func each(steps int) float64 {
	var mu sync.Mutex
	total := 0
	start := time.Now()
	var clerks sync.WaitGroup
	for range 2 {
		clerks.Go(func() {
			for range steps / 2 {
				mu.Lock()
				total++
				mu.Unlock()
			}
		})
	}
	clerks.Wait()
	return float64(time.Since(start).Nanoseconds()) / float64(steps)
}

func main() {
	long := each(2_000_000)
	fmt.Println("of 2,000,000 steps, each takes 1")
	fmt.Printf("of 2,000 steps, each takes     %.0f\n", each(2_000)/long)
	fmt.Printf("of 20 steps, each takes        %.0f\n", each(20)/long)
}
