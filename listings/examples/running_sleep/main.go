package main

import (
	"fmt"
	"time"
)

func main() {
	go hello()
	time.Sleep(100 * time.Millisecond)
	goodbye()
}

func hello() {
	fmt.Println("hello")
}

func goodbye() {
	fmt.Println("goodbye")
}
