package main

import (
	"context"
	"fmt"
	"runtime"
)

func main() {
	books := make(chan string)
	ctx, cancel := context.WithCancel(context.Background())
	gone := make(chan bool)
	go func() {
		<-ctx.Done()
		gone <- true
	}()
	go func() { <-books }()
	cancel()
	fmt.Println("the one who listens has gone:", <-gone)
	for runtime.NumGoroutine() > 2 {
		runtime.Gosched() // until he is out of the door
	}
	fmt.Println("the deaf one has gone:", runtime.NumGoroutine() < 2)
}
