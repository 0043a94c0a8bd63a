package main

import (
	"fmt"
	"sync"
)

var opening sync.Once

func open() (how string) {
	defer func() {
		if recover() != nil {
			how = "panic"
		}
	}()
	opening.Do(func() { panic("no key") })
	return "open"
}

func main() {
	fmt.Println("first:", open())
	fmt.Println("second:", open())
}
