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
	var clerk sync.WaitGroup
	clerk.Go(func() {
		<-day.Done() // the day is over
		if err := request.Err(); err != nil {
			fmt.Println("and the request:", err)
		} else {
			fmt.Println("and the request goes on?")
		}
	})
	closeDay()
	clerk.Wait()
}
