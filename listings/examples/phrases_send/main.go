package main

import (
	"fmt"
	"time"
)

// ANCHOR: channel
func channel() string {
	hatch := make(chan string) // make(chan string, 3) has room for three
	go func() { hatch <- "Emma" }()
	return <-hatch
}

// ANCHOR_END: channel

// ANCHOR: all
func all() (titles []string) {
	hatch := make(chan string)
	go func() {
		defer close(hatch)
		hatch <- "Emma"
		hatch <- "Kim"
	}()
	for title := range hatch {
		titles = append(titles, title)
	}
	return titles
}

// ANCHOR_END: all

// ANCHOR: closed
func closed() (string, bool) {
	hatch := make(chan string)
	close(hatch)
	title, ok := <-hatch
	return title, ok
}

// ANCHOR_END: closed

// ANCHOR: ends
func send(hatch chan<- string) { hatch <- "Emma" }

func receive(hatch <-chan string) string { return <-hatch }

// ANCHOR_END: ends

// ANCHOR: choice
func choice(front, back <-chan string) string {
	select {
	case title := <-front:
		return "front: " + title
	case title := <-back:
		return "back: " + title
	case <-time.After(time.Minute):
		return "nobody came"
	}
}

// ANCHOR_END: choice

// ANCHOR: now
func now(hatch <-chan string) string {
	select {
	case title := <-hatch:
		return title
	default:
		return "nobody is there"
	}
}

// ANCHOR_END: now

// ANCHOR: tell_all
func tellAll(closing chan struct{}) {
	close(closing) // everyone who listens sees it
}

// ANCHOR_END: tell_all

func main() {
	fmt.Println(channel())
	fmt.Println(all()[0], all()[1])
	_, ok := closed()
	fmt.Println(ok)
	hatch := make(chan string, 1)
	send(hatch)
	fmt.Println(receive(hatch))
	send(hatch)
	fmt.Println(choice(make(chan string), hatch))
	fmt.Println(now(hatch))
	closing := make(chan struct{})
	tellAll(closing)
	<-closing
}
