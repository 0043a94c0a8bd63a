package main

import (
	"errors"
	"fmt"
	"sync"
)

type found struct {
	book string
	err  error
}

func search(id int) (string, error) {
	if id%3 == 0 {
		return "", errors.New("not on its shelf")
	}
	return fmt.Sprint("book ", id), nil
}

func main() {
	results := make(chan found)
	var clerks sync.WaitGroup
	for id := 1; id <= 3; id++ {
		clerks.Go(func() {
			book, err := search(id)
			results <- found{book, err}
		})
	}
	go func() {
		clerks.Wait()
		close(results)
	}()
	for r := range results {
		if r.err != nil {
			fmt.Println("sorry:", r.err)
			continue
		}
		fmt.Println("here is", r.book)
	}
}
