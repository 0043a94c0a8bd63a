package main

import (
	"fmt"
	"sync"
)

var (
	mu   sync.Mutex
	left = 1
)

func copies() int {
	mu.Lock()
	defer mu.Unlock()
	return left
}

func take() {
	mu.Lock()
	defer mu.Unlock()
	left--
}

func lend() {
	if copies() > 0 {
		take()
	}
}

func main() {
	var clerks sync.WaitGroup
	clerks.Go(lend)
	clerks.Go(lend)
	clerks.Wait()
	fmt.Println("copies left:", copies())
}
