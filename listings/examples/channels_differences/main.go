package main

import "fmt"

// attempt runs what may panic.
func attempt(f func() string) (end string) {
	defer func() {
		if r := recover(); r != nil {
			end = fmt.Sprint("panic: ", r)
		}
	}()
	return f()
}

func trySend(c chan<- int) string {
	select {
	case c <- 1:
		return "sent"
	default:
		return "would wait"
	}
}

func tryReceive(c <-chan int) string {
	select {
	case _, ok := <-c:
		if !ok {
			return "closed"
		}
		return "received"
	default:
		return "would wait"
	}
}

func giveUp() { panic("the sender gives up") }

func main() {
	fmt.Println("close twice:", attempt(func() string {
		c := make(chan int)
		close(c)
		close(c)
		return "closed"
	}))
	fmt.Println("send when it is closed:", attempt(func() string {
		c := make(chan int, 1)
		close(c)
		return trySend(c)
	}))
	fmt.Println("close no channel:", attempt(func() string {
		var none chan int
		close(none)
		return "closed"
	}))
	fmt.Println("send to no channel:", attempt(func() string {
		var none chan int
		return trySend(none)
	}))
	fmt.Println("send when all receivers are gone:", attempt(func() string {
		c := make(chan int)
		func(<-chan int) {}(c)
		return trySend(c)
	}))
	c := make(chan int)
	end := make(chan struct{})
	go func() {
		defer close(end)
		defer func() { recover() }()
		giveUp()
		c <- 1
	}()
	<-end
	fmt.Println("receive when the sender has panicked:", tryReceive(c))
}
