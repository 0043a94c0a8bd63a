package main

import (
	"fmt"
	"time"
)

func main() {
	go hello()
	time.Sleep(20 * time.Millisecond)
	goodbye()
}

func hello() {
	findTheKey()
	fmt.Println("hello")
}

func findTheKey() {
	time.Sleep(500 * time.Millisecond)
}

func goodbye() {
	fmt.Println("goodbye")
}
