package main

import (
	"fmt"
	"sync"
	"sync/atomic"
)

type Library struct {
	mu    sync.Mutex
	cache map[int]string
	asked atomic.Int32
}

func (l *Library) askDatabase(id int) string {
	l.asked.Add(1)
	return []string{"Emma", "Frankenstein", "Moby-Dick"}[id-1]
}

func (l *Library) inCache(id int) (string, bool) {
	l.mu.Lock()
	defer l.mu.Unlock()
	book, ok := l.cache[id]
	return book, ok
}

func (l *Library) find(id int) string {
	if book, ok := l.inCache(id); ok {
		return book
	}
	book := l.askDatabase(id)
	l.mu.Lock()
	defer l.mu.Unlock()
	l.cache[id] = book
	return book
}

func main() {
	library := Library{cache: make(map[int]string)}
	var readers sync.WaitGroup
	readers.Go(func() { library.find(1) })
	readers.Go(func() { library.find(1) })
	readers.Wait()
	fmt.Println("the database was asked:", library.asked.Load())
}
