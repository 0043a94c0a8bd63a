package main

import (
	"context"
	"fmt"
)

func main() {
	book := "no book"
	filled := make(chan struct{})
	cellar := make(chan struct{}) // opens when this is closed
	hugo, cancel := context.WithCancel(context.Background())
	// Hugo came first, so the clerk who goes down has Hugo's context.
	go func() {
		defer close(filled)
		select {
		case <-cellar:
			book = "Emma"
		case <-hugo.Done():
		}
	}()
	go cancel()
	close(cellar)
	<-filled // Ida waits for the card
	fmt.Println("Ida has", book)
}
