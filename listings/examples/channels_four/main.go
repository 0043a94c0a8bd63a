package main

import "fmt"

const books = 4

func main() {
	wanted := make(chan int, 1)
	found := make(chan int, 1)
	go func() {
		for book := range wanted {
			found <- book
		}
	}()
	for book := range books {
		wanted <- book
	}
	for range books {
		fmt.Println("found", <-found)
	}
}
