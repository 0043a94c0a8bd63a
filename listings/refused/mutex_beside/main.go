package main

import (
	"fmt"
	"sync"
)

type Hits struct {
	sync.Mutex
	n int
}

func (h *Hits) Inc() {
	h.Lock()
	defer h.Unlock()
	h.n++
}

func main() {
	var hits Hits
	var clerks sync.WaitGroup
	clerks.Go(hits.Inc)
	if hits.n > 1 {
		fmt.Println("more than one")
	}
	clerks.Wait()
}
