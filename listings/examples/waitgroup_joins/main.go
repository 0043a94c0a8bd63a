package main

import "fmt"

func main() {
	var doors []chan struct{}
	for shelf := 1; shelf <= 3; shelf++ {
		door := make(chan struct{})
		doors = append(doors, door)
		go func() {
			fmt.Println("shelf", shelf, "is tidy")
			close(door)
		}()
	}
	for _, door := range doors {
		<-door
	}
	fmt.Println("the librarian locks up")
}
