package main

import "fmt"

func order(wanted chan<- string) {
	wanted <- "Emma"
}

func fetch(wanted <-chan string, found chan<- string) {
	found <- <-wanted + ", shelf 7"
}

func main() {
	wanted, found := make(chan string), make(chan string)
	go order(wanted)
	go fetch(wanted, found)
	fmt.Println(<-found)
}
