package main

import (
	"fmt"
	"sync"
)

func tidy(shelf int, key string) {
	if key == "" {
		return
	}
	fmt.Printf("shelf %d opened with the %s key\n", shelf, key)
}

func main() {
	var wg sync.WaitGroup
	for shelf, key := range map[int]string{1: "brass", 2: ""} {
		wg.Add(1)
		go func() {
			defer wg.Done()
			tidy(shelf, key)
		}()
	}
	wg.Wait()
	fmt.Println("the librarian locks up")
}
