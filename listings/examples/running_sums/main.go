package main

import "fmt"

func sum(from, to int) int {
	result := 0
	for n := from; n <= to; n++ {
		result += n
	}
	return result
}

func main() {
	clerk := make(chan int)
	go func() {
		clerk <- sum(1, 100)
	}()
	mine := sum(1, 10)
	fmt.Println(<-clerk, mine)
}
