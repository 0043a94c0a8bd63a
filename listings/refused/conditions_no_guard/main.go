package main

import "sync"

var (
	mu        sync.Mutex
	delivered bool
	bell      = sync.NewCond(&mu)
)

func main() {
	mu.Lock()
	if !delivered {
		mu.Unlock() // unlock, so that somebody can deliver
		bell.Wait()
	}
}
