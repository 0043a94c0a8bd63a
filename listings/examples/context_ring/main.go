package main

import (
	"context"
	"fmt"
	"sync"
)

func main() {
	var mu sync.Mutex
	book := ""
	bell := sync.NewCond(&mu)
	ctx, cancel := context.WithCancel(context.Background())
	stop := context.AfterFunc(ctx, func() {
		mu.Lock()
		defer mu.Unlock()
		bell.Broadcast()
	})
	defer stop()
	go cancel() // and nobody brings a book

	mu.Lock()
	defer mu.Unlock()
	for book == "" && ctx.Err() == nil {
		bell.Wait()
	}
	fmt.Println("he goes home with a book:", book != "")
}
