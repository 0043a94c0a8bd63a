package main

import (
	"fmt"
	"sync"
)

var (
	mu     sync.Mutex
	copies []string
	bell   = sync.NewCond(&mu)
)

func main() {
	took := make(chan string)
	go func() {
		mu.Lock()
		defer mu.Unlock()
		if len(copies) == 0 {
			bell.Wait()
		}
		title := copies[len(copies)-1]
		copies = copies[:len(copies)-1]
		took <- title
	}()
	mu.Lock()
	copies = append(copies, "Persuasion")
	mu.Unlock()
	bell.Signal()
	fmt.Printf("Emma takes Some(%q)\n", <-took)
}
