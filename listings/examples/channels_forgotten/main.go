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
	for range hatch {
		fmt.Println("one more")
	}
	clerks.Wait()
}
