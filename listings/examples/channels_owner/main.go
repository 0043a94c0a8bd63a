package main

import (
	"fmt"
	"sync"
)

type loan struct {
	title string
	reply chan int
}

func catalogue(loans <-chan loan) {
	copies := map[string]int{"Emma": 1}
	for l := range loans {
		left := copies[l.title]
		if left > 0 {
			copies[l.title] = left - 1
		}
		l.reply <- left
	}
}

func main() {
	loans := make(chan loan)
	go catalogue(loans)
	var readers sync.WaitGroup
	for range 2 {
		readers.Go(func() {
			reply := make(chan int)
			loans <- loan{"Emma", reply}
			fmt.Println("copies for me:", <-reply)
		})
	}
	readers.Wait()
}
