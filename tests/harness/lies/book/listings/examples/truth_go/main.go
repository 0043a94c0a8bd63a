package main

import (
	"fmt"
	"sync"
)

func main() {
	var wg sync.WaitGroup
	wg.Add(1)
	fmt.Println("waiting")
	wait(wg)
}

func wait(wg sync.WaitGroup) {
	wg.Wait()
}
