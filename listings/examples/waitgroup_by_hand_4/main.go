package main

import (
	"fmt"
	"sync"
)

// ANCHOR: type
type WaitGroup struct {
	mu      sync.RWMutex
	counter int
	bells   []chan struct{}
}

// ANCHOR_END: type

func (wg *WaitGroup) Add(n int) {
	wg.mu.Lock()
	defer wg.mu.Unlock()
	wg.counter += n
}

// ANCHOR: done
func (wg *WaitGroup) Done() {
	wg.mu.Lock()
	defer wg.mu.Unlock()
	wg.counter--
	if wg.counter <= 0 {
		for _, bell := range wg.bells {
			close(bell) // every waiter hears its own bell
		}
		wg.bells = nil
	}
}

// ANCHOR_END: done

func (wg *WaitGroup) Wait() {
	wg.mu.Lock()
	if wg.counter <= 0 {
		wg.mu.Unlock()
		return
	}
	bell := make(chan struct{})
	wg.bells = append(wg.bells, bell)
	wg.mu.Unlock()
	<-bell
}

// ANCHOR: remaining
func (wg *WaitGroup) Remaining() int {
	wg.mu.RLock()
	defer wg.mu.RUnlock()
	return wg.counter
}

// ANCHOR_END: remaining

func main() {
	var wg WaitGroup
	wg.Add(2)
	fmt.Println("remaining:", wg.Remaining())
	go wg.Done()
	go wg.Done()
	waited := make(chan struct{})
	go func() {
		wg.Wait()
		close(waited)
	}()
	wg.Wait()
	<-waited
	fmt.Println("remaining:", wg.Remaining())
}
