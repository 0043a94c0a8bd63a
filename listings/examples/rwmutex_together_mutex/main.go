package main

import (
	"fmt"
	"sync"
)

func main() {
	var mu sync.Mutex
	var both, readers sync.WaitGroup
	both.Add(2)
	for range 2 {
		readers.Go(func() {
			mu.Lock()
			defer mu.Unlock()
			both.Done()
			both.Wait()
		})
	}
	readers.Wait()
	fmt.Println("both have read at the same time")
}
