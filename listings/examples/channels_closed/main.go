package main

import (
	"fmt"
	"sync"
)

func main() {
	hatch := make(chan string)
	var clerks sync.WaitGroup
	for _, title := range []string{"Emma", "Ulysses"} {
		clerks.Go(func() { hatch <- title })
	}
	go func() {
		clerks.Wait()
		close(hatch)
	}()
	for range hatch {
		fmt.Println("one more")
	}
	fmt.Println("that was all")
}
