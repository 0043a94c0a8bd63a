package main

import (
	"fmt"
	"sync"
)

func greet(name string) {
	fmt.Print("Good morning, ") // one write
	fmt.Println(name + "!")     // and another one
}

func main() {
	var clerks sync.WaitGroup
	clerks.Go(func() { greet("Ann") })
	clerks.Go(func() { greet("Bob") })
	clerks.Wait()
}
