package main

import (
	"fmt"
	"math/rand/v2"
	"sync"
)

// ANCHOR: books
type Book struct {
	Title, Author string
	Year          int
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
var cache = make(map[int]Book)

func queryCache(id int) (Book, bool) {
	book, ok := cache[id]
	return book, ok
}

func queryDatabase(id int) Book {
	book := database[id-1]
	cache[id] = book
	return book
}

func main() {
	var clerks sync.WaitGroup
	for range 10 {
		id := rand.IntN(10) + 1
		clerks.Go(func() {
			if book, ok := queryCache(id); ok {
				fmt.Println("from the cache:", book)
			}
		})
		clerks.Go(func() {
			book := queryDatabase(id)
			fmt.Println("from the database:", book)
		})
	}
	clerks.Wait()
}

// ANCHOR_END: main
