package main

import (
	"fmt"
	"sync"
)

var (
	mu   sync.Mutex
	left = 1
)

func lend() {
	mu.Lock()
	defer mu.Unlock()
	if left > 0 {
		left--
	}
}

func main() {
	var clerks sync.WaitGroup
	clerks.Go(lend)
	clerks.Go(lend)
	clerks.Wait()
	fmt.Println("copies left:", left)
}
