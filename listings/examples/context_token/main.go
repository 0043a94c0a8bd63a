package main

import (
	"context"
	"fmt"
	"sync"
)

func search(ctx context.Context, clerk string) {
	<-ctx.Done() // it is nowhere to be found
	fmt.Println(clerk, "has heard it")
}

func main() {
	day, closeDay := context.WithCancel(context.Background())
	nora, noraLeaves := context.WithCancel(day)
	var clerks sync.WaitGroup
	clerks.Go(func() { search(nora, "Nora's clerk") })
	noraLeaves()
	clerks.Wait()
	fmt.Println("the day is over:", day.Err() != nil)

	paul, paulLeaves := context.WithCancel(day)
	defer paulLeaves()
	clerks.Go(func() { search(paul, "Paul's clerk") })
	closeDay()
	clerks.Wait()
}
