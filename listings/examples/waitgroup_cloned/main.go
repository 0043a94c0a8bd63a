package main

import (
	"fmt"
	"sync"
)

func shelve(wg *sync.WaitGroup) {
	defer wg.Done()
	fmt.Println("shelved")
}

func main() {
	var wg sync.WaitGroup
	wg.Add(1)
	go shelve(&wg)
	wg.Wait()
	fmt.Println("the librarian locks up")
}
