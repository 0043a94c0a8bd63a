package main

import (
	"fmt"
	"sync"
)

var clerks sync.WaitGroup

func cards(done <-chan struct{}) <-chan int {
	out := make(chan int)
	clerks.Go(func() {
		defer close(out)
		for id := 1; ; id++ {
			select {
			case out <- id:
			case <-done:
				return
			}
		}
	})
	return out
}

func fetch(done <-chan struct{}, ids <-chan int) <-chan string {
	out := make(chan string)
	clerks.Go(func() {
		defer close(out)
		for id := range ids {
			select {
			case out <- fmt.Sprint("book ", id):
			case <-done:
				return
			}
		}
	})
	return out
}

func main() {
	done := make(chan struct{})
	books := fetch(done, cards(done))
	fmt.Println("on the desk:", <-books)
	fmt.Println("on the desk:", <-books)
	close(done)
	clerks.Wait()
	fmt.Println("both have gone home")
}
