package main

import "fmt"

func ask(branch string, answer chan<- string, done <-chan struct{}) {
	select {
	case answer <- branch:
	case <-done:
	}
}

func first(branches ...string) string {
	answer := make(chan string)
	done := make(chan struct{})
	defer close(done)
	for _, branch := range branches {
		go ask(branch, answer, done)
	}
	return <-answer
}

func main() {
	fmt.Println("Emma is in the branch", first("East", "West"))
}
