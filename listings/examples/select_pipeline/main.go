package main

import "fmt"

func cards(ids ...int) <-chan int {
	out := make(chan int)
	go func() {
		defer close(out)
		for _, id := range ids {
			out <- id
		}
	}()
	return out
}

func fetch(ids <-chan int) <-chan string {
	out := make(chan string)
	go func() {
		defer close(out)
		for id := range ids {
			out <- fmt.Sprint("book ", id)
		}
	}()
	return out
}

func main() {
	for book := range fetch(cards(3, 1, 7)) {
		fmt.Println("on the desk:", book)
	}
}
