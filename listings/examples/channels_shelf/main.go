package main

import (
	"fmt"
	"sync"
)

func main() {
	hatch := make(chan string, 1)
	var clerk sync.WaitGroup
	clerk.Go(func() {
		hatch <- "Emma"
		fmt.Println("clerk: it is out of my hands")
	})
	fmt.Println("librarian: I am at the hatch")
	<-hatch
	clerk.Wait()
}
