package main

import (
	"fmt"
	"sync"
)

func main() {
	var wg sync.WaitGroup
	for shelf := 1; shelf <= 3; shelf++ {
		wg.Go(func() { fmt.Println("shelf", shelf, "is tidy") })
	}
	wg.Wait()
	fmt.Println("the librarian locks up")
}
