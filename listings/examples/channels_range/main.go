package main

import "fmt"

func main() {
	hatch := make(chan string)
	go func() {
		defer close(hatch)
		for _, title := range []string{"Emma", "Ulysses"} {
			hatch <- title
		}
	}()
	for title := range hatch {
		fmt.Println(title)
	}
	fmt.Println("that was all")
}
