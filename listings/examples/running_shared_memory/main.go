package main

import "fmt"

func main() {
	notice := "closed on Sunday"
	mine := &notice
	seenByClerk := make(chan *string)
	go func() {
		seenByClerk <- &notice
	}()
	clerks := <-seenByClerk
	fmt.Println("the clerk read:", *clerks)
	fmt.Println("the same memory:", mine == clerks)
}
