package main

import (
	"fmt"
	"sync"
)

var clerks sync.WaitGroup

func search(title string, patient bool) string {
	answer := make(chan string, 1)
	clerks.Go(func() { answer <- title + ", shelf 7" })
	if !patient {
		return "never mind"
	}
	return <-answer
}

func main() {
	for range 3 {
		fmt.Println(search("Emma", false))
	}
	clerks.Wait()
	fmt.Println("all clerks have gone home")
}
