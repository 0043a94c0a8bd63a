package main

import (
	"context"
	"fmt"
	"sync"
)

func main() {
	cellar := make(chan struct{}) // opens when this is closed
	card := sync.OnceValue(func() string {
		<-cellar
		return "Emma, Jane Austen (1815)"
	})
	find := func(ctx context.Context) (string, error) {
		if err := ctx.Err(); err != nil {
			return "", err
		}
		return card(), nil // here he waits, and does not listen
	}
	impatient, cancel := context.WithCancel(context.Background())
	go cancel()
	if book, err := find(impatient); err == nil {
		fmt.Println("Hugo has", book)
	} else {
		fmt.Println("Hugo has left:", err)
	}
	close(cellar) // after he has gone
}
