package main

import (
	"fmt"
	"sync"
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

// ANCHOR: wait
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

// ANCHOR_END: wait

func main() {
	var wg WaitGroup
	wg.Add(2)
	go wg.Done()
	go wg.Done()
	wg.Wait()
	fmt.Println("all done")
}
