package main

import (
	"fmt"
	"sync"
)

func fetch(id int) error {
	if id == 1 {
		return nil
	}
	return fmt.Errorf("there is no book %d", id)
}

func fetchAll() error {
	var clerks sync.WaitGroup
	var once sync.Once
	var first error
	for id := 1; id <= 3; id++ {
		clerks.Go(func() {
			if err := fetch(id); err != nil {
				once.Do(func() { first = err })
			}
		})
	}
	clerks.Wait()
	return first
}

func main() {
	fmt.Println(fetchAll())
}
