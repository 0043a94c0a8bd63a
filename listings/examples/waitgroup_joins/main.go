package main

import "fmt"

func main() {
	var clerks []chan struct{}
	for shelf := 1; shelf <= 3; shelf++ {
		clerk := make(chan struct{})
		clerks = append(clerks, clerk)
		go func() {
			fmt.Println("shelf", shelf, "is tidy")
			close(clerk)
		}()
	}
	for _, clerk := range clerks {
		<-clerk
	}
	fmt.Println("the librarian locks up")
}
