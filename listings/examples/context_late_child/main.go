package main

import (
	"fmt"
	"sync"
)

type Scope struct {
	done  chan struct{}
	once  sync.Once
	mu    sync.Mutex
	below []*Scope
}

func newScope() *Scope {
	return &Scope{done: make(chan struct{})}
}

func (s *Scope) add(child *Scope) {
	select {
	case <-s.done:
		child.cancel()
	default:
		s.mu.Lock()
		s.below = append(s.below, child)
		s.mu.Unlock()
	}
}

func (s *Scope) cancel() {
	s.once.Do(func() { close(s.done) })
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, child := range s.below {
		child.cancel()
	}
	s.below = nil
}

func main() {
	day := newScope()
	var closing sync.WaitGroup
	closing.Go(day.cancel)
	request := newScope()
	day.add(request)
	<-request.done
	fmt.Println("the request has stopped")
	closing.Wait()
}
