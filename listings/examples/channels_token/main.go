package main

import (
	"fmt"
	"sync"
)

func main() {
	slip := make(chan int, 1)
	slip <- 0
	var clerks sync.WaitGroup
	for range 2 {
		clerks.Go(func() {
			n := <-slip
			slip <- n + 1
		})
	}
	clerks.Wait()
	fmt.Println("lent out:", <-slip)
}
