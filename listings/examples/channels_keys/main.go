package main

import (
	"fmt"
	"sync"
)

func main() {
	bowl := make(chan struct{}, 2)
	bowl <- struct{}{}
	bowl <- struct{}{}
	var clerks sync.WaitGroup
	for range 2 {
		clerks.Go(func() {
			<-bowl // one key for the gate
			<-bowl // and one for the cellar
			bowl <- struct{}{}
			bowl <- struct{}{}
		})
	}
	clerks.Wait()
	fmt.Println("both have been in the cellar")
}
