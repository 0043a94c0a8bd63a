package main

import (
	"fmt"
	"sync"
	"time"
)

const slips = 10_000 // for each of two clerks

var (
	mu    sync.Mutex
	loans uint64
)

func readSlip() uint64 {
	slip := uint64(1)
	for range 3000 {
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

func timed(clerk func()) float64 {
	start := time.Now()
	var clerks sync.WaitGroup
	clerks.Go(clerk)
	clerks.Go(clerk)
	clerks.Wait()
	return time.Since(start).Seconds()
}

func main() {
	inside, around, once := timed(inside), timed(around), timed(once)
	fmt.Printf("inside is %.1f times as fast as around\n", around/inside)
	fmt.Printf("once is %.1f times as fast as around\n", around/once)
}
