package main

import (
	"fmt"
	"sync"
)

type Bell struct {
	done chan struct{}
	mu   sync.Mutex
	why  string
}

func (b *Bell) cancel(why string) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.why == "" {
		b.why = why
		close(b.done)
	}
}

func (b *Bell) reason() string {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.why
}

func main() {
	bell := &Bell{done: make(chan struct{})}
	var callers sync.WaitGroup
	for _, why := range []string{"the reader has left", "we are closing"} {
		callers.Go(func() { bell.cancel(why) })
	}
	<-bell.done
	fmt.Println("stopped:", bell.reason())
	callers.Wait()
	fmt.Println("still:", bell.reason())
}
