package main

import (
	"fmt"
	"time"
)

func sum(from, to int) int {
	result := 0
	for n := from; n <= to; n++ {
		result += n
	}
	return result
}

func main() {
	var fines int
	go func() {
		fines = sum(1, 100)
	}()
	fees := sum(1, 10)
	time.Sleep(100 * time.Millisecond)
	fmt.Println(fines, fees)
}
