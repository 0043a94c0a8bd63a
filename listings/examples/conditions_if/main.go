package main

import (
	"fmt"
	"sync"
)

var (
	mu    sync.Mutex
	shelf []string
	bell  = sync.NewCond(&mu)
)

func take() string {
	mu.Lock()
	defer mu.Unlock()
	if len(shelf) == 0 {
		bell.Wait()
	}
	if len(shelf) == 0 {
		return "nothing"
	}
	title := shelf[len(shelf)-1]
	shelf = shelf[:len(shelf)-1]
	return title
}

func main() {
	took := make(chan string)
	go func() { took <- take() }()
	mu.Lock()
	shelf = append(shelf, "Persuasion")
	mu.Unlock()
	bell.Signal()
	fmt.Println("Nora takes", <-took)
}
