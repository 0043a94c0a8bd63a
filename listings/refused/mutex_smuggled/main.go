package main

import (
	"fmt"
	"sync"
)

type Shelf struct {
	mu    sync.Mutex
	books []string
}

func (s *Shelf) First() *string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return &s.books[0]
}

func (s *Shelf) Rename(title string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.books[0] = title
}

func main() {
	shelf := Shelf{books: []string{"Emma"}}
	var clerks sync.WaitGroup
	clerks.Go(func() { shelf.Rename("Emma, 2nd edition") })
	if *shelf.First() == "" {
		fmt.Println("no title")
	}
	clerks.Wait()
}
