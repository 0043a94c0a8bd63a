package main

import (
	"fmt"
	"sync"
	"sync/atomic"
)

type Scope struct {
	ended atomic.Bool
	mu    sync.Mutex
	why   string
}

func (s *Scope) cancel(why string) {
	if !s.ended.Load() {
		s.mu.Lock()
		s.why = why
		s.mu.Unlock()
		s.ended.Store(true)
	}
}

func (s *Scope) reason() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.why
}

func main() {
	var scope Scope
	var callers sync.WaitGroup
	for _, why := range []string{"the reader has left", "we are closing"} {
		callers.Go(func() {
			scope.cancel(why)
			fmt.Println("stopped:", scope.reason())
		})
	}
	callers.Wait()
}
