package main

import (
	"context"
	"fmt"
	"time"
)

func main() {
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Millisecond)
	defer cancel()
	answer := make(chan string, 1)
	go func() {
		time.Sleep(20 * time.Millisecond) // down to the cellar
		answer <- "Emma is on shelf 7"
	}()
	select {
	case place := <-answer:
		fmt.Println(place)
	case <-ctx.Done():
		fmt.Println(ctx.Err())
	}
}
