package main

import (
	"fmt"
	"sync"
)

var (
	mu    sync.Mutex
	shelf int // room for one book; 0 is none
	bell  = sync.NewCond(&mu)
)

func put(id int) {
	mu.Lock()
	defer mu.Unlock()
	for shelf != 0 {
		bell.Wait()
	}
	shelf = id
	bell.Signal()
}

func take() int {
	mu.Lock()
	defer mu.Unlock()
	for shelf == 0 {
		bell.Wait()
	}
	id := shelf
	shelf = 0
	bell.Signal()
	return id
}

func main() {
	ids := make(chan int, 2)
	for range 2 {
		go func() { ids <- take() }()
	}
	put(3)
	put(7)
	a, b := <-ids, <-ids
	fmt.Println(min(a, b), "and", max(a, b))
}
