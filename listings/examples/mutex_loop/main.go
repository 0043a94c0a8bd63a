package main

import (
	"fmt"
	"math"
	"sync"
	"time"
)

const slips = 200_000 // for each of three clerks

type Board struct {
	mu     sync.Mutex
	loans  int
	locked int // how often
}

func (b *Board) lock() {
	b.mu.Lock()
	b.locked++
}

func inside(b *Board) {
	for range slips {
		b.lock()
		b.loans++
		b.mu.Unlock()
	}
}

func around(b *Board) {
	b.lock()
	defer b.mu.Unlock()
	for range slips {
		b.loans++
	}
}

func once(b *Board) {
	mine := 0
	for range slips {
		mine++
	}
	b.lock()
	defer b.mu.Unlock()
	b.loans += mine
}

func timed(name string, clerk func(*Board)) float64 {
	var loans, locked int // the same each time
	best := math.Inf(1)
	for range 20 {
		var board Board
		start := time.Now()
		var clerks sync.WaitGroup
		for range 3 {
			clerks.Go(func() { clerk(&board) })
		}
		clerks.Wait()
		best = min(best, time.Since(start).Seconds())
		loans, locked = board.loans, board.locked
	}
	fmt.Printf("%s: %d loans, locked %d times\n", name, loans, locked)
	return best
}

func main() {
	inside := timed("inside the loop", inside)
	around := timed("around the loop", around)
	once := timed("once, at the end", once)
	fmt.Printf("around is %.0f times as fast as inside\n", inside/around)
	fmt.Printf("once is %.0f times as fast as inside\n", inside/once)
}
