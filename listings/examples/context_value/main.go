package main

import (
	"context"
	"fmt"
)

type readerKey struct{}
type slipKey struct{}

func fetch(ctx context.Context, title string) {
	reader, ok := ctx.Value(readerKey{}).(string)
	if !ok {
		reader = "nobody"
	}
	slip, _ := ctx.Value(slipKey{}).(int)
	fmt.Printf("%s, for %s, slip %d\n", title, reader, slip)
}

func main() {
	day := context.Background()
	nora := context.WithValue(day, readerKey{}, "Nora")
	request, cancel := context.WithCancel(context.WithValue(nora, slipKey{}, 7))
	defer cancel()
	gift := context.WithValue(request, readerKey{}, "Paul")
	fetch(request, "Dracula")
	fetch(gift, "Dracula")
	fetch(day, "Dracula")
}
