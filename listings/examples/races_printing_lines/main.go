package main

import (
	"fmt"
	"sync"
)

func greet(name string) {
	fmt.Printf("Good morning, %s!\n", name) // a single write
}

func main() {
	var clerks sync.WaitGroup
	clerks.Go(func() { greet("Ann") })
	clerks.Go(func() { greet("Bob") })
	clerks.Wait()
}
