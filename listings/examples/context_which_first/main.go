package main

import (
	"context"
	"fmt"
	"time"
)

func main() {
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Millisecond)
	go cancel() // the reader leaves
	<-ctx.Done()
	fmt.Println(ctx.Err())
}
