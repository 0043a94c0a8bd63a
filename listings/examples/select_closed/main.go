package main

import "fmt"

func main() {
	front, back := make(chan string), make(chan string)
	go func() {
		front <- "Emma"
		close(front)
	}()
	go func() {
		back <- "Ulysses"
		close(back)
	}()
	for front != nil || back != nil {
		select {
		case title, open := <-front:
			if !open {
				front = nil
				continue
			}
			fmt.Println("front hatch:", title)
		case title, open := <-back:
			if !open {
				back = nil
				continue
			}
			fmt.Println("back hatch:", title)
		}
	}
	fmt.Println("both hatches are closed")
}
