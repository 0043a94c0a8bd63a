package main

import (
	"context"
	"fmt"
)

func state(ctx context.Context) string {
	if ctx.Err() == nil {
		return "goes on"
	}
	return "stopped"
}

func main() {
	day, closeDay := context.WithCancel(context.Background())
	defer closeDay()
	nora, noraLeaves := context.WithCancel(day)
	paul, paulLeaves := context.WithCancel(day)
	defer paulLeaves()
	cellar, cellarDone := context.WithCancel(nora)
	defer cellarDone()

	noraLeaves()
	fmt.Println("the day:", state(day))
	fmt.Println("Nora's request:", state(nora))
	fmt.Println("her clerk in the cellar:", state(cellar))
	fmt.Println("Paul's request:", state(paul))
}
