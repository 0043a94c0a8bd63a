package main

import (
	"errors"
	"fmt"
	"sync"
)

func fetch(id int) error {
	if id == 2 {
		return fmt.Errorf("there is no book %d", id)
	}
	return nil
}

func fetchAll() error {
	var clerks sync.WaitGroup
	errs := make([]error, 3)
	for id := 1; id <= 3; id++ {
		clerks.Go(func() { errs[id-1] = fetch(id) })
	}
	clerks.Wait()
	return errors.Join(errs...)
}

func main() {
	fmt.Println(fetchAll())
}
