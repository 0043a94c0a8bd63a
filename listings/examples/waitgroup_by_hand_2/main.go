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
	}
}

func (wg *WaitGroup) Wait() {
	wg.mu.Lock()
	wg.bell = make(chan struct{})
	bell := wg.bell
	wg.mu.Unlock()
	<-bell
}

func main() {
	var wg WaitGroup
	wg.Add(2)
	wg.Done()
	wg.Done()
	wg.Wait()
	fmt.Println("all done")
}
