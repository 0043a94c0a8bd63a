package main

import (
	"fmt"
	"sync"
	"sync/atomic"
)

type Library struct {
	mu    sync.Mutex
	cards map[int]func() string
	asked atomic.Int32
}

func (l *Library) askDatabase(id int) string {
	l.asked.Add(1)
	return []string{"Emma", "Frankenstein", "Moby-Dick"}[id-1]
}

func (l *Library) card(id int) func() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.cards[id] == nil {
		l.cards[id] = sync.OnceValue(func() string { return l.askDatabase(id) })
	}
	return l.cards[id]
}

func (l *Library) find(id int) string {
	return l.card(id)()
}

func main() {
	library := Library{cards: make(map[int]func() string)}
	var readers sync.WaitGroup
	readers.Go(func() { library.find(1) })
	readers.Go(func() { library.find(1) })
	readers.Wait()
	fmt.Println("the database was asked:", library.asked.Load())
}
