package main

import (
	"fmt"
	"sync"
)

type Hits struct {
	mu sync.Mutex // guards n
	n  int
}

func (h *Hits) Inc() {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.n++
}

func (h *Hits) Count() int {
	h.mu.Lock()
	defer h.mu.Unlock()
	return h.n
}

func main() {
	var hits Hits
	var clerks sync.WaitGroup
	for range 3 {
		clerks.Go(hits.Inc)
	}
	clerks.Wait()
	fmt.Println("hits:", hits.Count())
}
