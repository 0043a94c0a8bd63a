package main

import (
	"fmt"
	"sync"
)

type Hits struct {
	mu sync.Mutex
	n  int
}

func (h Hits) Inc() { // not *Hits
	h.mu.Lock()
	defer h.mu.Unlock()
	h.n++
}

func main() {
	var hits Hits
	hits.Inc()
	fmt.Println("hits:", hits.n)
}
