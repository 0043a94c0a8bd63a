package main

import (
	"fmt"
	"sync"
	"sync/atomic"
)

type WaitGroup struct {
	mu      sync.Mutex
	counter int
	bell    chan struct{}
}

func (wg *WaitGroup) Add(n int) {
	wg.mu.Lock()
	defer wg.mu.Unlock()
	wg.counter += n
}

func (wg *WaitGroup) Done() {
	wg.mu.Lock()
	defer wg.mu.Unlock()
	wg.counter--
	if wg.counter <= 0 && wg.bell != nil {
		close(wg.bell)
		wg.bell = nil
	}
}

func (wg *WaitGroup) Wait() {
	wg.mu.Lock()
	if wg.counter <= 0 {
		wg.mu.Unlock()
		return
	}
	bell := make(chan struct{})
	wg.bell = bell
	wg.mu.Unlock()
	<-bell
}

// ANCHOR: main
func main() {
	var wg WaitGroup
	var tidy atomic.Bool
	wg.Add(1)
	go func() {
		tidy.Store(true)
		wg.Done()
	}()
	var left sync.WaitGroup
	for range 2 {
		left.Go(func() {
			wg.Wait()
			if !tidy.Load() {
				panic("left too early")
			}
		})
	}
	left.Wait()
	fmt.Println("all done")
}

// ANCHOR_END: main
