package main

import (
	"fmt"
	"sync"
)

var loans int

func main() {
	var clerks sync.WaitGroup
	for range 3 {
		clerks.Go(func() {
			for range 5000 {
				loans++
			}
		})
	}
	clerks.Wait()
	fmt.Println("at most 15000 loans:", loans <= 15000)
}
