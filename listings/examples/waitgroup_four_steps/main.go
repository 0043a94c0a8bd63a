package main

import (
	"fmt"
	"sync"
)

func main() {
	var wg sync.WaitGroup // 1. declare
	for shelf := 1; shelf <= 3; shelf++ {
		wg.Add(1) // 2. add, then start
		go func() {
			defer wg.Done() // 3. done, at the end
			fmt.Println("shelf", shelf, "is tidy")
		}()
	}
	wg.Wait() // 4. wait
	fmt.Println("the librarian locks up")
}
