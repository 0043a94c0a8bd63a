package main

import (
	"fmt"
	"sync"
)

type Cancel struct {
	done chan struct{}
}

func (c *Cancel) cancel() {
	close(c.done)
}

func main() {
	c := &Cancel{done: make(chan struct{})}
	var callers sync.WaitGroup
	callers.Go(c.cancel) // the reader has left
	callers.Go(c.cancel) // the library closes
	callers.Wait()
	fmt.Println("done:", <-c.done)
}
