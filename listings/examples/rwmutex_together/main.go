package main

import (
	"fmt"
	"sync"
)

func main() {
	var mu sync.RWMutex
	var both, readers sync.WaitGroup
	both.Add(2)
	for range 2 {
		readers.Go(func() {
			mu.RLock()
			defer mu.RUnlock()
			both.Done()
			both.Wait()
		})
	}
	readers.Wait()
	fmt.Println("both have read at the same time")
}
