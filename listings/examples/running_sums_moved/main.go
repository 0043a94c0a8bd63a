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
	clerks := 0
	done := make(chan struct{})
	go func(clerks int) {
		clerks += sum(1, 100)
		fmt.Println("in the thread:", clerks)
		close(done)
	}(clerks)
	mine := sum(1, 10)
	<-done
	fmt.Println("in main:", clerks, mine)
}
