package main

import (
	"fmt"
	"sync"
)

func fetch(id int) error {
	if id == 2 {
		return fmt.Errorf("there is no book %d", id)
	}
	return nil
}

func main() {
	var clerks sync.WaitGroup
	for id := 1; id <= 3; id++ {
		clerks.Go(func() {
			fetch(id) // and now?
		})
	}
	clerks.Wait()
	fmt.Println("all three have been fetched")
}
