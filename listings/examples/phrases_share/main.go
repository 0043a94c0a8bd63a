package main

import (
	"fmt"
	"sync"
	"sync/atomic"
)

// ANCHOR: mutex
type Board struct {
	mu    sync.Mutex
	loans int
}

func (b *Board) lend() int {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.loans++
	return b.loans
}

// ANCHOR_END: mutex

// ANCHOR: try
func try(mu *sync.Mutex) bool {
	if !mu.TryLock() {
		return false
	}
	defer mu.Unlock()
	return true
}

// ANCHOR_END: try

// ANCHOR: read_write
type Shelves struct {
	mu    sync.RWMutex
	books map[string]int
}

func (s *Shelves) find(title string) (int, bool) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	shelf, ok := s.books[title]
	return shelf, ok
}

func (s *Shelves) put(title string, shelf int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.books[title] = shelf
}

// ANCHOR_END: read_write

// ANCHOR: atomics
func atomics() int64 {
	var visitors atomic.Int64
	visitors.Add(2)
	visitors.CompareAndSwap(2, 5)
	return visitors.Load()
}

// ANCHOR_END: atomics

// ANCHOR: condition
func condition() string {
	var mu sync.Mutex
	open := false
	changed := sync.NewCond(&mu)
	go func() {
		mu.Lock()
		defer mu.Unlock()
		open = true
		changed.Broadcast()
	}()
	mu.Lock()
	defer mu.Unlock()
	for !open {
		changed.Wait()
	}
	return "open"
}

// ANCHOR_END: condition

// ANCHOR: permits
func climb(ladders chan struct{}, book func() string) string {
	ladders <- struct{}{} // waits while all are out
	defer func() { <-ladders }()
	return book()
}

// ANCHOR_END: permits

// ANCHOR: try_permit
func climbNow(ladders chan struct{}, book func() string) (string, bool) {
	select {
	case ladders <- struct{}{}:
		defer func() { <-ladders }()
		return book(), true
	default:
		return "", false
	}
}

// ANCHOR_END: try_permit

func main() {
	var board Board
	board.lend()
	fmt.Println(board.lend(), try(&board.mu))
	shelves := Shelves{books: make(map[string]int)}
	shelves.put("Emma", 7)
	shelf, ok := shelves.find("Emma")
	fmt.Println(shelf, ok)
	fmt.Println(atomics())
	fmt.Println(condition())
	ladders := make(chan struct{}, 2)
	emma := func() string { return "Emma" }
	fmt.Println(climb(ladders, emma))
	_, ok = climbNow(ladders, emma)
	fmt.Println(ok)
	ladders <- struct{}{}
	ladders <- struct{}{}
	_, ok = climbNow(ladders, emma)
	fmt.Println(ok)
}
