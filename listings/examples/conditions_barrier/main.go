package main

import (
	"fmt"
	"sync"
	"sync/atomic"
)

type Barrier struct {
	mu              sync.Mutex
	size, here      int
	round           int
	everybodyIsHere *sync.Cond
}

func NewBarrier(size int) *Barrier {
	b := &Barrier{size: size}
	b.everybodyIsHere = sync.NewCond(&b.mu)
	return b
}

// Wait says whether the caller was the last to come.
func (b *Barrier) Wait() bool {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.here++
	if b.here == b.size {
		b.here = 0
		b.round++
		b.everybodyIsHere.Broadcast()
		return true
	}
	for round := b.round; round == b.round; {
		b.everybodyIsHere.Wait()
	}
	return false
}

func main() {
	var tidied atomic.Int32
	door := NewBarrier(2)
	var clerks sync.WaitGroup
	for range 2 {
		clerks.Go(func() {
			tidied.Add(1)
			if door.Wait() { // nobody dusts before all have tidied
				fmt.Println(tidied.Load(), "rooms are tidy")
			}
		})
	}
	clerks.Wait()
}
