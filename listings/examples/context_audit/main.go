package main

import (
	"context"
	"fmt"
)

type readerKey struct{}

func note(ctx context.Context, what string) error {
	if err := ctx.Err(); err != nil {
		return err // nothing is begun for a request that has ended
	}
	fmt.Println("noted:", ctx.Value(readerKey{}), what)
	return nil
}

func main() {
	nora := context.WithValue(context.Background(), readerKey{}, "Nora")
	request, leave := context.WithCancel(nora)
	leave()
	if err := note(request, "has left"); err != nil {
		fmt.Println("not noted:", err)
	}
	if err := note(context.WithoutCancel(request), "has left"); err != nil {
		panic(err)
	}
}
