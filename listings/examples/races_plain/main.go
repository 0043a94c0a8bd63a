package main

import (
	"fmt"
	"sync"
)

var loans int

func main() {
	var clerks sync.WaitGroup
	clerks.Go(func() { loans++ })
	clerks.Go(func() { loans++ })
	clerks.Wait()
	fmt.Println("loans:", loans)
}
