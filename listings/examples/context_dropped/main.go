package main

import (
	"context"
	"fmt"
	"time"
)

func lend(ctx context.Context) error {
	fmt.Println("Emma is taken")
	defer fmt.Println("Emma is put back")
	<-ctx.Done() // the reader does not come
	return ctx.Err()
}

func main() {
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Millisecond)
	defer cancel()
	err := lend(ctx)
	fmt.Println("lent:", err == nil)
}
