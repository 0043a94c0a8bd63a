package main

import (
	"fmt"
	"sync"
)

func main() {
	var wg sync.WaitGroup
	wg.Add(2)
	go func() {
		wg.Done()
	}()
	wg.Wait()
	fmt.Println("the librarian locks up")
}
