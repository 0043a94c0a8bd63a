package main

import (
	"context"
	"fmt"
	"sync"
)

func search(ctx context.Context) error {
	for shelf := range 2 {
		if err := ctx.Err(); err != nil {
			return err
		}
		fmt.Println("shelf", shelf+1)
	}
	return nil
}

func main() {
	ctx, cancel := context.WithCancel(context.Background())
	var clerk sync.WaitGroup
	clerk.Go(func() {
		if err := search(ctx); err != nil {
			fmt.Println(err)
		} else {
			fmt.Println("not there")
		}
	})
	cancel()
	clerk.Wait()
}
