package main

import (
	"fmt"
	"sync"
)

type Library struct {
	mu    sync.Mutex
	cache map[int]string
}

func (l *Library) queryCache(id int) (string, bool) {
	l.mu.Lock()
	defer l.mu.Unlock()
	book, ok := l.cache[id]
	return book, ok
}

func (l *Library) queryDatabase(id int) string {
	book := []string{"Emma", "Frankenstein", "Moby-Dick"}[id-1]
	l.mu.Lock()
	defer l.mu.Unlock()
	l.cache[id] = book
	return book
}

func main() {
	library := Library{cache: make(map[int]string)}
	library.queryDatabase(1) // it was fetched yesterday
	var clerks sync.WaitGroup
	clerks.Go(func() {
		if book, ok := library.queryCache(1); ok {
			fmt.Println("from the cache:", book)
		}
	})
	clerks.Go(func() {
		book := library.queryDatabase(1)
		fmt.Println("from the database:", book)
	})
	clerks.Wait()
}
