package main

import (
	"fmt"
	"runtime"
)

func search(title string, patient bool) string {
	answer := make(chan string)
	go func() { answer <- title + ", shelf 7" }()
	if !patient {
		return "never mind"
	}
	return <-answer
}

func main() {
	for range 3 {
		fmt.Println(search("Emma", false))
	}
	fmt.Println("goroutines:", runtime.NumGoroutine())
}
