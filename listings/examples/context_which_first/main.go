package main

import (
	"context"
	"fmt"
	"time"
)

func main() {
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Millisecond)
	go func() {
		time.Sleep(5 * time.Millisecond) // and then the reader leaves
		cancel()
	}()
	<-ctx.Done()
	fmt.Println(ctx.Err())
}
