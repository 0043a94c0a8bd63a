package main

import (
	"fmt"
	"sync"
)

type Library struct {
	mu    sync.Mutex
	cards map[int]func() string
}

var twoInside sync.WaitGroup

func askDatabase(id int) string {
	twoInside.Done()
	twoInside.Wait()
	return []string{"Emma", "Frankenstein", "Moby-Dick"}[id-1]
}

func (l *Library) card(id int) func() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.cards[id] == nil {
		l.cards[id] = sync.OnceValue(func() string { return askDatabase(id) })
	}
	return l.cards[id]
}

func main() {
	library := Library{cards: make(map[int]func() string)}
	twoInside.Add(2)
	var readers sync.WaitGroup
	readers.Go(func() { library.card(1)() })
	readers.Go(func() { library.card(2)() })
	readers.Wait()
	fmt.Println("two were at the database together")
}
