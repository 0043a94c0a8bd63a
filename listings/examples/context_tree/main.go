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
	emma, emmaLeaves := context.WithCancel(day)
	paul, paulLeaves := context.WithCancel(day)
	defer paulLeaves()
	cellar, cellarDone := context.WithCancel(emma)
	defer cellarDone()

	emmaLeaves()
	fmt.Println("the day:", state(day))
	fmt.Println("Emma's request:", state(emma))
	fmt.Println("her clerk in the cellar:", state(cellar))
	fmt.Println("Paul's request:", state(paul))
}
