package main

import (
	"fmt"
	"sync"
)

type Library struct {
	mu    sync.Mutex
	cache map[int]string
}

var twoInside sync.WaitGroup

func askDatabase(id int) string {
	twoInside.Done()
	twoInside.Wait()
	return []string{"Emma", "Frankenstein", "Moby-Dick"}[id-1]
}

func (l *Library) find(id int) string {
	l.mu.Lock()
	defer l.mu.Unlock()
	if book, ok := l.cache[id]; ok {
		return book
	}
	l.cache[id] = askDatabase(id)
	return l.cache[id]
}

func main() {
	library := Library{cache: make(map[int]string)}
	twoInside.Add(2)
	var readers sync.WaitGroup
	readers.Go(func() { library.find(1) })
	readers.Go(func() { library.find(2) })
	readers.Wait()
	fmt.Println("two were at the database together")
}
