package main

import (
	"fmt"
	"sync"
	"sync/atomic"
)

var (
	desk      sync.Mutex
	isRead    atomic.Bool
	howMany   int
	readByAnn = make(chan int)
)

func titles() int {
	if !isRead.Load() {
		desk.Lock()
		if !isRead.Load() {
			howMany += 2 // slow: read from the disk
			isRead.Store(true)
		}
		desk.Unlock()
	}
	return howMany
}

func main() {
	go func() { readByAnn <- titles() }()
	here := titles()
	fmt.Println(here, "and", <-readByAnn, "titles")
}
