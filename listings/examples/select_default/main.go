package main

import "fmt"

func main() {
	hatch := make(chan string)
	go func() { hatch <- "Emma" }()
	select {
	case title := <-hatch:
		fmt.Println(title, "is here")
	default:
		fmt.Println("nobody is at the hatch")
	}
}
