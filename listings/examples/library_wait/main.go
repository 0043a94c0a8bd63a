package main

import (
	"fmt"
	"sync"
	"time"
)

const question = 20 * time.Millisecond

func askDatabase(id int) string {
	time.Sleep(question) // the way to the cellar and back
	return fmt.Sprint("book ", id)
}

// eightReaders says how long eight readers of eight books wait, in questions.
func eightReaders(find func(int) string) float64 {
	start := time.Now()
	var readers sync.WaitGroup
	for id := range 8 {
		readers.Go(func() { find(id) })
	}
	readers.Wait()
	return float64(time.Since(start)) / float64(question)
}

func main() {
	var mu sync.Mutex
	cache := make(map[int]string)
	locked := eightReaders(func(id int) string {
		mu.Lock()
		defer mu.Unlock()
		if _, ok := cache[id]; !ok {
			cache[id] = askDatabase(id)
		}
		return cache[id]
	})
	cards := make(map[int]func() string)
	once := eightReaders(func(id int) string {
		mu.Lock()
		if cards[id] == nil {
			cards[id] = sync.OnceValue(func() string { return askDatabase(id) })
		}
		card := cards[id]
		mu.Unlock()
		return card()
	})
	fmt.Printf("the lock is held meanwhile: as long as %.0f questions\n", locked)
	fmt.Printf("a card for each book:       as long as %.0f question\n", once)
}
