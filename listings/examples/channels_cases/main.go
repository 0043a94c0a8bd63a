package main

import "fmt"

func received(n int, ok bool) string {
	if !ok {
		return "closed"
	}
	return fmt.Sprint(n)
}

// try receives if that is possible at once.
func try(c <-chan int) string {
	select {
	case n, ok := <-c:
		return received(n, ok)
	default:
		return "would wait"
	}
}

func trySend(c chan<- int) string {
	select {
	case c <- 1:
		return "sent"
	default:
		return "would wait"
	}
}

func main() {
	c := make(chan int, 3)
	fmt.Println("new, with room for 3:", len(c), "of", cap(c))
	c <- 1
	c <- 2
	fmt.Println("after two sends:", len(c), "of", cap(c))
	fmt.Println("first in, first out:", <-c, <-c)
	fmt.Println("receive, empty:", try(c))
	fmt.Println("send, room left:", trySend(c))
	c <- 2
	c <- 3
	fmt.Println("send, full:", trySend(c))

	again := c
	fmt.Println("a copy is the same channel:", again == c)
	fmt.Println("and has the same messages:", <-again, len(c))
	fmt.Println("another channel is another:", c == make(chan int, 3))

	close(c)
	fmt.Println("closed, what is left counts:", len(c))
	n, ok := <-c
	fmt.Println("closed, what is left comes:", received(n, ok), try(c))
	n, ok = <-c
	fmt.Println("closed and empty:", received(n, ok))
	fmt.Println("once more:", try(c))
	turns := 0
	for range c {
		turns++
	}
	fmt.Println("a loop over it takes turns:", turns)

	hatch := make(chan int)
	fmt.Println("no room at all:", len(hatch), "of", cap(hatch))
	fmt.Println("receive, nobody sends:", try(hatch))
	fmt.Println("send, nobody receives:", trySend(hatch))

	var none chan int
	fmt.Println("receive, no channel:", try(none))

	a, b := make(chan int, 1000), make(chan int, 1000)
	for range 1000 {
		a <- 1
		b <- 1
	}
	for range 1000 {
		select {
		case <-a:
		case <-b:
		}
	}
	fmt.Println("two ready, each gets a turn:", len(a) < 1000, len(b) < 1000)
	close(hatch)
	select {
	case n, ok := <-hatch:
		fmt.Println("a closed channel is ready:", received(n, ok))
	case <-none:
	}
}
