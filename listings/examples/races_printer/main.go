package main

import (
	"fmt"
	"sync"
)

func greet(name string, slips chan<- string) {
	slip := "Good morning, "
	slip += name
	slips <- slip + "!"
}

func main() {
	tray := make(chan string)
	var clerks, printer sync.WaitGroup
	printer.Go(func() {
		for slip := range tray {
			fmt.Print(slip) // nobody else prints
			fmt.Println()
		}
	})
	clerks.Go(func() { greet("Ann", tray) })
	clerks.Go(func() { greet("Bob", tray) })
	clerks.Wait()
	close(tray)
	printer.Wait()
}
