package main

import (
	"fmt"
	"time"
)

func search(title string, closing, gone <-chan struct{}, limit time.Duration) string {
	// The desk only hands on what it was handed.
	return fetch(title, closing, gone, limit)
}

func fetch(title string, closing, gone <-chan struct{}, limit time.Duration) string {
	var found chan string // it is nowhere to be found
	select {
	case shelf := <-found:
		return title + " is on " + shelf
	case <-closing:
		return title + ": we are closing"
	case <-gone:
		return title + ": the reader has left"
	case <-time.After(limit):
		return title + ": it took too long"
	}
}

func main() {
	closing, gone := make(chan struct{}), make(chan struct{})
	close(gone)
	fmt.Println(search("Emma", closing, gone, time.Minute))
}
