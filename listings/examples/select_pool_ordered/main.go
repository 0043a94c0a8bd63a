package main

import (
	"fmt"
	"sync"
)

type card struct {
	place int
	id    int
}

func main() {
	wanted := []int{7, 3, 9, 1}
	books := make([]string, len(wanted))
	cards := make(chan card)
	var clerks sync.WaitGroup
	for range 2 {
		clerks.Go(func() {
			for c := range cards {
				books[c.place] = fmt.Sprint("book ", c.id)
			}
		})
	}
	for place, id := range wanted {
		cards <- card{place, id}
	}
	close(cards)
	clerks.Wait()
	fmt.Println(books)
}
