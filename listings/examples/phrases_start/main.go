package main

import (
	"fmt"
	"sync"
	"time"
)

func work() {}

func sum(numbers []int) (total int) {
	for _, n := range numbers {
		total += n
	}
	return total
}

// ANCHOR: start
func start() {
	go work() // runs on its own; nobody waits
}

// ANCHOR_END: start

// ANCHOR: result
func result() int {
	answer := make(chan int, 1)
	go func() { answer <- sum([]int{1, 2, 3}) }()
	return <-answer
}

// ANCHOR_END: result

// ANCHOR: several
func several() []int {
	squares := make([]int, 3)
	var clerks sync.WaitGroup
	for i := range squares {
		clerks.Go(func() { squares[i] = i * i })
	}
	clerks.Wait()
	return squares
}

// ANCHOR_END: several

// ANCHOR: panics
func panics() (message any) {
	done := make(chan struct{})
	go func() {
		defer close(done)
		defer func() { message = recover() }()
		panic("the ladder")
	}()
	<-done
	return message
}

// ANCHOR_END: panics

// ANCHOR: sleeps
func sleeps() bool {
	begin := time.Now()
	time.Sleep(5 * time.Millisecond)
	return time.Since(begin) >= 5*time.Millisecond
}

// ANCHOR_END: sleeps

// ANCHOR: once_only
var rules = sync.OnceValue(func() string { return "be quiet" })

// ANCHOR_END: once_only

func main() {
	start()
	fmt.Println(result())
	fmt.Println(several()[0], several()[1], several()[2])
	fmt.Println(panics())
	fmt.Println(sleeps())
	fmt.Println(rules())
}
