package main

import (
	"fmt"
	"time"
)

var board int

func main() {
	go func() {
		board = 1
	}()
	time.Sleep(100 * time.Millisecond) // surely Ann has written by now
	fmt.Println("the board says", board)
}
