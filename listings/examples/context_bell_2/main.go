package main

import (
	"fmt"
	"sync"
	"sync/atomic"
)

type Notice struct {
	ended atomic.Bool
	mu    sync.Mutex
	why   string
}

func (n *Notice) cancel(why string) {
	if !n.ended.Load() {
		n.mu.Lock()
		n.why = why
		n.mu.Unlock()
		n.ended.Store(true)
	}
}

func (n *Notice) reason() string {
	n.mu.Lock()
	defer n.mu.Unlock()
	return n.why
}

func main() {
	var notice Notice
	var callers sync.WaitGroup
	for _, why := range []string{"the reader has left", "we are closing"} {
		callers.Go(func() {
			notice.cancel(why)
			fmt.Println("stopped:", notice.reason())
		})
	}
	callers.Wait()
}
