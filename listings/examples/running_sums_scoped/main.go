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
	var clerks, mine int
	done := make(chan struct{})
	go func() {
		clerks = sum(1, 100)
		close(done)
	}()
	mine = sum(1, 10)
	<-done
	fmt.Println(clerks, mine)
}
