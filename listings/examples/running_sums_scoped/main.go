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
	var fines, fees int
	done := make(chan struct{})
	go func() {
		fines = sum(1, 100)
		close(done)
	}()
	fees = sum(1, 10)
	<-done
	fmt.Println(fines, fees)
}
