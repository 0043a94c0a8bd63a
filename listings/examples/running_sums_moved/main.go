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
	fines := 0
	done := make(chan struct{})
	go func(fines int) {
		fines += sum(1, 100)
		fmt.Println("in the thread:", fines)
		close(done)
	}(fines)
	fees := sum(1, 10)
	<-done
	fmt.Println("in main:", fines, fees)
}
