package main

import (
	"fmt"
	"sync"
)

func main() {
	var wg sync.WaitGroup
	go func() {
		wg.Add(1)
		fmt.Println("the shelf is tidy")
		wg.Done()
	}()
	wg.Wait()
	fmt.Println("the librarian locks up")
}
