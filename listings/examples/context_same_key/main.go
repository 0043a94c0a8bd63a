package main

import (
	"context"
	"fmt"
)

type deskKey struct{}
type cellarKey struct{}

func main() {
	ctx := context.Background()
	plain := context.WithValue(context.WithValue(ctx, "id", 1), "id", 2)
	fmt.Println("the desk finds", plain.Value("id"))
	own := context.WithValue(context.WithValue(ctx, deskKey{}, 1), cellarKey{}, 2)
	fmt.Println("the desk finds", own.Value(deskKey{}))
	fmt.Println("the cellar finds", own.Value(cellarKey{}))
}
