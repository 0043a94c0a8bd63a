package main

import "fmt"

func main() {
	notice := "closed on Sunday"
	mine := &notice
	seenByClerk := make(chan *string)
	go func() {
		seenByClerk <- &notice
	}()
	theirs := <-seenByClerk
	fmt.Println("the clerk read:", *theirs)
	fmt.Println("the same memory:", mine == theirs)
}
