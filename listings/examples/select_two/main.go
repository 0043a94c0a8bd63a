package main

import "fmt"

func main() {
	front, back := make(chan string), make(chan string)
	go func() { front <- "Emma" }()
	go func() { back <- "Ulysses" }()
	for range 2 {
		select {
		case title := <-front:
			fmt.Println("front hatch:", title)
		case title := <-back:
			fmt.Println("back hatch:", title)
		}
	}
}
