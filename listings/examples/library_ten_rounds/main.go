package main

import (
	"fmt"
	"math/rand/v2"
	"sync"
	"sync/atomic"
)

// ANCHOR: books
type Book struct {
	Title, Author string
	Year          int
}

func (b Book) String() string {
	return fmt.Sprintf("%s, %s (%d)", b.Title, b.Author, b.Year)
}

var database = []Book{
	{"Emma", "Jane Austen", 1815},
	{"Frankenstein", "Mary Shelley", 1818},
	{"Moby-Dick", "Herman Melville", 1851},
	{"Middlemarch", "George Eliot", 1871},
	{"Treasure Island", "Robert Louis Stevenson", 1883},
	{"Dracula", "Bram Stoker", 1897},
	{"Kim", "Rudyard Kipling", 1901},
	{"Nostromo", "Joseph Conrad", 1904},
	{"Ulysses", "James Joyce", 1922},
	{"Orlando", "Virginia Woolf", 1928},
}

// ANCHOR_END: books

// ANCHOR: main
type Library struct {
	mu    sync.Mutex
	cards map[int]func() Book
	asked atomic.Int32
}

func (l *Library) askDatabase(id int) Book {
	l.asked.Add(1)
	return database[id-1]
}

func (l *Library) card(id int) func() Book {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.cards[id] == nil {
		l.cards[id] = sync.OnceValue(func() Book { return l.askDatabase(id) })
	}
	return l.cards[id]
}

func main() {
	library := Library{cards: make(map[int]func() Book)}
	desk := make(chan string)
	var clerks sync.WaitGroup
	wanted := make(map[int]bool)
	for range 10 {
		id := rand.IntN(10) + 1
		wanted[id] = true
		clerks.Go(func() { desk <- fmt.Sprint(id, ": ", library.card(id)()) })
	}
	go func() {
		clerks.Wait()
		close(desk)
	}()
	for line := range desk {
		fmt.Println(line)
	}
	fmt.Println("each book was asked for once:", len(wanted) == int(library.asked.Load()))
}

// ANCHOR_END: main
