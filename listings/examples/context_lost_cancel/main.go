package main

import (
	"context"
	"fmt"
	"time"
)

func main() {
	ctx, _ := context.WithTimeout(context.Background(), time.Hour)
	fmt.Println(ctx.Err() == nil)
}
