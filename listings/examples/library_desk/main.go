package main

import (
	"fmt"
	"sync"
)

type Message struct{ reader, book string }

func main() {
	desk := make(chan Message)
	var clerks sync.WaitGroup
	clerks.Go(func() { desk <- Message{"Hugo", "Emma"} })
	clerks.Go(func() { desk <- Message{"Ida", "Dracula"} })
	go func() {
		clerks.Wait()
		close(desk)
	}()
	for message := range desk {
		fmt.Printf("for %s:\n", message.reader)
		fmt.Println(message.book)
	}
}
