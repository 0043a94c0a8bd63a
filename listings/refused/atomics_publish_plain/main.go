package main

import "fmt"

var (
	page  int
	ready bool
)

func main() {
	go func() {
		page = 42
		ready = true
	}()
	for !ready {
	}
	fmt.Println("page", page)
}
