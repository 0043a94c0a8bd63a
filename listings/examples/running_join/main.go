package main

import "fmt"

func main() {
	done := make(chan struct{})
	go func() {
		hello()
		close(done)
	}()
	<-done
	goodbye()
}

func hello() {
	fmt.Println("hello")
}

func goodbye() {
	fmt.Println("goodbye")
}
