package main

import (
	"fmt"
	"time"
)

func main() {
	answer := make(chan string)
	go func() {
		time.Sleep(20 * time.Millisecond) // down to the cellar
		answer <- "Emma is on shelf 7"
	}()
	select {
	case where := <-answer:
		fmt.Println(where)
	case <-time.After(10 * time.Millisecond):
		fmt.Println("I cannot wait any longer")
	}
}
