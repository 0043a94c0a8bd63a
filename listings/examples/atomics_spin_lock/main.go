package main

import (
	"fmt"
	"runtime"
	"sync"
	"sync/atomic"
)

type SpinLock struct{ locked atomic.Bool }

func (l *SpinLock) Lock() {
	for l.locked.Swap(true) {
		for l.locked.Load() {
			runtime.Gosched()
		}
	}
}

func (l *SpinLock) Unlock() { l.locked.Store(false) }

var (
	ladder SpinLock
	loans  int
)

func lend() {
	ladder.Lock()
	defer ladder.Unlock()
	loans++
}

func main() {
	var ann sync.WaitGroup
	ann.Go(lend)
	lend()
	ann.Wait()
	fmt.Println("loans:", loans)
}
