package main

import "fmt"

func main() {
	tell := make(chan string)
	go func() {
		defer fmt.Println("the atlas is back on its shelf")
		tell <- "the clerk has a book in his hand"
		select {}
	}()
	fmt.Println(<-tell)
	fmt.Println("the librarian leaves")
}
