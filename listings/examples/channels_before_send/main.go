package main

import "fmt"

type Book struct{ Title string }

func main() {
	hatch := make(chan *Book)
	end := make(chan struct{})
	go func() {
		book := <-hatch
		fmt.Println("lent:", book.Title)
		close(end)
	}()
	book := &Book{"Emma"}
	book.Title = "Emma, 2nd edition"
	hatch <- book
	<-end
}
