package main

import (
	"fmt"
	"sync"
	"sync/atomic"
)

var (
	ladders = make(chan struct{}, 2)
	up      atomic.Int32
)

func fetchFromTheTop() {
	ladders <- struct{}{} // waits while both are taken
	defer func() { <-ladders }()
	if up.Add(1) > 2 {
		panic("three on two ladders")
	}
	up.Add(-1)
}

func main() {
	ladders <- struct{}{} // the librarian changes a lamp, all morning
	up.Add(1)
	var clerks sync.WaitGroup
	for range 2 {
		clerks.Go(fetchFromTheTop)
	}
	clerks.Wait()
	fmt.Println("never more than two")
}
