package main

import (
	"fmt"
	"sync"
	"time"
)

const (
	clerks  = 4
	lookups = 100_000
)

func allBooks() map[int]string {
	books := make(map[int]string)
	for id := 1; id <= 10; id++ {
		books[id] = fmt.Sprint("book ", id)
	}
	return books
}

// seconds says how long four clerks take to look up 100,000 books each.
func seconds(find func(int) string) float64 {
	start := time.Now()
	var all sync.WaitGroup
	for clerk := range clerks {
		all.Go(func() {
			for n := range lookups {
				find((n+clerk)%10 + 1)
			}
		})
	}
	all.Wait()
	return time.Since(start).Seconds()
}

type request struct {
	id     int
	answer chan string
}

func owner() chan request {
	requests := make(chan request)
	go func() {
		cache := allBooks()
		for r := range requests {
			r.answer <- cache[r.id]
		}
	}()
	return requests
}

func main() {
	var mu sync.Mutex
	books := allBooks()
	oneLock := seconds(func(id int) string {
		mu.Lock()
		defer mu.Unlock()
		return books[id]
	})

	var rw sync.RWMutex
	manyReaders := seconds(func(id int) string {
		rw.RLock()
		defer rw.RUnlock()
		return books[id]
	})

	var locks [16]sync.Mutex
	sharded := seconds(func(id int) string {
		locks[id%16].Lock()
		defer locks[id%16].Unlock()
		return books[id]
	})

	var syncMap sync.Map
	for id, book := range books {
		syncMap.Store(id, book)
	}
	mapped := seconds(func(id int) string {
		book, _ := syncMap.Load(id)
		return book.(string)
	})

	requests := owner()
	owned := seconds(func(id int) string {
		answer := make(chan string, 1)
		requests <- request{id, answer}
		return <-answer
	})

	fmt.Printf("one mutex        1.0\n")
	fmt.Printf("read-write lock  %.1f\n", manyReaders/oneLock)
	fmt.Printf("sixteen mutexes  %.1f\n", sharded/oneLock)
	fmt.Printf("a sync.Map       %.1f\n", mapped/oneLock)
	fmt.Printf("an owner         %.1f\n", owned/oneLock)
}
