package main

import (
	"context"
	"fmt"
)

type slipKey struct{}

var (
	made context.Context
	stop context.CancelFunc
)

func request() (context.Context, context.CancelFunc) {
	return context.WithCancel(context.Background())
}

func try(name string, f func()) {
	defer func() { fmt.Printf("%s: %v\n", name, recover()) }()
	f()
}

func main() {
	ctx, cancel := request()
	fmt.Println("its owner has returned:", ctx.Err())
	cancel()
	empty := context.WithValue(context.Background(), slipKey{}, nil)
	fmt.Println("a slip without a number:", empty.Value(slipKey{}))

	var none context.Context
	try("no parent", func() { made, stop = context.WithCancel(none) })
	try("no key", func() { made = context.WithValue(ctx, nil, 7) })
	try("a key that cannot be compared", func() { made = context.WithValue(ctx, []int{}, 7) })
	fmt.Println("done of the background is nil:", context.Background().Done() == nil)
}
