package main

import (
	"fmt"
	"sync"
)

type Counter struct {
	left int
}

func (c *Counter) Done() {
	c.left--
}

func main() {
	counter := Counter{left: 2}
	var clerks sync.WaitGroup
	clerks.Go(counter.Done)
	clerks.Go(counter.Done)
	clerks.Wait()
	fmt.Println("still to come:", counter.left)
}
