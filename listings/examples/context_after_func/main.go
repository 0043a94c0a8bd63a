package main

import (
	"context"
	"fmt"
)

func main() {
	ctx, cancel := context.WithCancel(context.Background())
	told := make(chan string)
	wake := context.AfterFunc(ctx, func() { told <- "the clerk is woken" })
	lights := context.AfterFunc(ctx, func() { panic("was called off") })

	fmt.Println("called off:", lights())
	fmt.Println("called off again:", lights())
	cancel()
	fmt.Println(<-told)
	fmt.Println("called off too late:", wake())
}
