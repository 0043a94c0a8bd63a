package main

import (
	"fmt"
	"sync"
)

var (
	lock  sync.Mutex
	loans int
)

func main() {
	var clerks sync.WaitGroup
	for range 3 {
		clerks.Go(func() {
			for range 5000 {
				lock.Lock()
				loans++
				lock.Unlock()
			}
		})
	}
	clerks.Wait()
	fmt.Println("loans:", loans)
}
