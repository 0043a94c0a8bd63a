package main

import (
	"fmt"
	"sync"
)

func main() {
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		fmt.Println("the shelf is tidy")
		wg.Done()
	}()
	wg.Wait()
	fmt.Println("the librarian locks up")
}
