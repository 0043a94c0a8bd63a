package main

import (
	"fmt"
	"sync"
)

var board int

func main() {
	var ann sync.WaitGroup
	ann.Go(func() {
		board = 1
	})
	ann.Wait() // Ann has written, now we know it
	fmt.Println("the board says", board)
}
