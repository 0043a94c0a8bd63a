package main

import (
	"context"
	"fmt"
)

func search(ctx context.Context, title string) string {
	return fetch(ctx, title)
}

func fetch(ctx context.Context, title string) string {
	var found chan string // it is nowhere to be found
	select {
	case shelf := <-found:
		return title + " is on " + shelf
	case <-ctx.Done():
		return fmt.Sprintf("%s: %v", title, ctx.Err())
	}
}

func main() {
	ctx, cancel := context.WithCancel(context.Background())
	answer := make(chan string)
	go func() { answer <- search(ctx, "Emma") }()
	cancel()
	fmt.Println(<-answer)
}
