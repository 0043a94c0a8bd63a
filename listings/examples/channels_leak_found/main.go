package main

import (
	"fmt"
	"io"
	"runtime/pprof"
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
		search("Emma", false)
	}
	leaks := pprof.Lookup("goroutineleak")
	for leaks.Count() < 3 {
		leaks.WriteTo(io.Discard, 1) // looks for leaks
	}
	fmt.Println("clerks that nobody will ever meet:", leaks.Count())
}
