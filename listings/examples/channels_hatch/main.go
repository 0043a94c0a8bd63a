package main

import "fmt"

func main() {
	hatch := make(chan string)
	go func() {
		fmt.Println("clerk: looking for Emma")
		hatch <- "Emma"
	}()
	title := <-hatch
	fmt.Println("librarian:", title, "is here")
}
