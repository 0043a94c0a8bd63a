package main

import "fmt"

func main() {
	go hello()
	goodbye()
}

func hello() {
	fmt.Println("hello")
}

func goodbye() {
	fmt.Println("goodbye")
}
