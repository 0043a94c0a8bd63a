package main

import (
	"fmt"
	"slices"
)

func main() {
	start := make(chan struct{})
	reports := make(chan int)
	for shelf := 1; shelf <= 3; shelf++ {
		go func() {
			<-start
			reports <- shelf
		}()
	}
	close(start)
	tidied := []int{<-reports, <-reports, <-reports}
	slices.Sort(tidied)
	for _, shelf := range tidied {
		fmt.Println("tidied:", shelf)
	}
}
