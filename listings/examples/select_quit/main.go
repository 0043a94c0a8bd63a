package main

import (
	"fmt"
	"sync"
)

func main() {
	books := make(chan string)
	closing := make(chan struct{})
	var clerks sync.WaitGroup
	for range 2 {
		clerks.Go(func() {
			for {
				select {
				case title := <-books:
					fmt.Println("put away:", title)
				case <-closing:
					return
				}
			}
		})
	}
	books <- "Emma"
	close(closing)
	clerks.Wait()
	fmt.Println("everybody has gone home")
}
