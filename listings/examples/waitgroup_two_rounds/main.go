package main

import (
	"fmt"
	"sync"
)

func main() {
	var wg sync.WaitGroup
	for _, round := range []string{"morning", "afternoon"} {
		for range 2 {
			wg.Go(func() { fmt.Println(round, "shift") })
		}
		wg.Wait()
	}
	fmt.Println("the librarian locks up")
}
