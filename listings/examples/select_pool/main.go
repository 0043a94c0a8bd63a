package main

import (
	"fmt"
	"sync"
)

func main() {
	ids := make(chan int)
	books := make(chan string)
	var clerks sync.WaitGroup
	for range 3 {
		clerks.Go(func() {
			for id := range ids {
				books <- fmt.Sprint("book ", id)
			}
		})
	}
	go func() {
		for id := range 6 {
			ids <- id
		}
		close(ids)
		clerks.Wait()
		close(books)
	}()
	for book := range books {
		fmt.Println(book)
	}
}
