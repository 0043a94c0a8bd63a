package main

import (
	"fmt"
	"sync"
)

func main() {
	closing := make(chan struct{})
	var clerks sync.WaitGroup
	for range 2 {
		clerks.Go(func() { <-closing })
	}
	closing <- struct{}{}
	clerks.Wait()
	fmt.Println("everybody has gone home")
}
