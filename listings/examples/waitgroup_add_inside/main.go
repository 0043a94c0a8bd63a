package main

import (
	"fmt"
	"sync"
)

func main() {
	var wg sync.WaitGroup
	wg.Go(func() {
		// This task still counts, so the counter cannot be zero here.
		wg.Go(func() { fmt.Println("a helper tidies the shelf") })
	})
	wg.Wait()
	fmt.Println("the librarian locks up")
}
