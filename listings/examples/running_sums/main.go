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
	answer := make(chan int)
	go func() {
		answer <- sum(1, 100)
	}()
	fees := sum(1, 10)
	fmt.Println(<-answer, fees)
}
