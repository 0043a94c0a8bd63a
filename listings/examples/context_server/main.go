package main

import (
	"context"
	"fmt"
	"time"
)

type readerKey struct{}

// The database is slow today: it never answers.
func askDatabase(id int) <-chan string {
	return nil
}

// ANCHOR: find
func find(ctx context.Context, cache map[int]string, id int) (string, error) {
	if title, ok := cache[id]; ok {
		return title, nil
	}
	select {
	case title := <-askDatabase(id):
		return title, nil
	case <-ctx.Done():
		return "", ctx.Err()
	}
}

func handle(ctx context.Context, cache map[int]string, id int) string {
	reader := ctx.Value(readerKey{})
	title, err := find(ctx, cache, id)
	if err != nil {
		return fmt.Sprintf("%v: sorry, %v", reader, err)
	}
	return fmt.Sprintf("%v: here is %s", reader, title)
}

// ANCHOR_END: find

// ANCHOR: main
func main() {
	cache := map[int]string{1: "Emma"}
	day, closeDay := context.WithCancel(context.Background())
	defer closeDay()
	serve := func(ctx context.Context, id int) <-chan string {
		answer := make(chan string, 1)
		go func() { answer <- handle(ctx, cache, id) }()
		return answer
	}

	nora := serve(context.WithValue(day, readerKey{}, "Nora"), 1)
	hasty, cancel := context.WithTimeout(day, 5*time.Millisecond)
	defer cancel()
	paul := serve(context.WithValue(hasty, readerKey{}, "Paul"), 2)
	leaving, leave := context.WithCancel(day)
	mina := serve(context.WithValue(leaving, readerKey{}, "Mina"), 3)
	leave()

	for _, request := range []<-chan string{nora, paul, mina} {
		fmt.Println(<-request)
	}
}

// ANCHOR_END: main
