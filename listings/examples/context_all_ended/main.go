package main

import (
	"context"
	"fmt"
	"sync"
)

func main() {
	day, closeDay := context.WithCancel(context.Background())
	request, cancel := context.WithCancel(day)
	defer cancel()
	var callers sync.WaitGroup
	for range 2 {
		callers.Go(func() {
			closeDay()
			fmt.Println("the request has ended:", request.Err() != nil)
		})
	}
	callers.Wait()
}
