package main

import (
	"fmt"
	"sync"
)

var (
	desk   sync.Mutex
	isRead bool
	titles [2]string
)

func firstTitle() string {
	if !isRead {
		desk.Lock()
		if !isRead {
			titles = [2]string{"Emma", "Persuasion"}
			isRead = true
		}
		desk.Unlock()
	}
	return titles[0]
}

func main() {
	first := make(chan string)
	go func() { first <- firstTitle() }()
	firstTitle()
	fmt.Println(<-first)
}
