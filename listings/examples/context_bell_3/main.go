package main

import (
	"fmt"
	"sync"
)

type Scope struct {
	done chan struct{}
	mu   sync.Mutex
	why  string
}

func (s *Scope) cancel(why string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.why == "" {
		s.why = why
		close(s.done)
	}
}

func (s *Scope) reason() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.why
}

func main() {
	scope := &Scope{done: make(chan struct{})}
	var callers sync.WaitGroup
	for _, why := range []string{"the reader has left", "we are closing"} {
		callers.Go(func() { scope.cancel(why) })
	}
	<-scope.done
	fmt.Println("stopped:", scope.reason())
	callers.Wait()
	fmt.Println("still:", scope.reason())
}
