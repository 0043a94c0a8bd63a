package main

import (
	"context"
	"fmt"
	"time"
)

func main() {
	now := time.Now()
	request, cancel := context.WithDeadline(context.Background(), now.Add(10*time.Minute))
	defer cancel()
	longer, cancel := context.WithDeadline(request, now.Add(60*time.Minute))
	defer cancel()
	shorter, cancel := context.WithDeadline(request, now.Add(time.Minute))
	defer cancel()
	for _, ctx := range []context.Context{request, longer, shorter} {
		deadline, _ := ctx.Deadline()
		fmt.Println("until minute", int(deadline.Sub(now).Minutes()))
	}
}
