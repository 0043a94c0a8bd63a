package main

import (
	"fmt"
	"sync"
	"sync/atomic"
)

var emma, persuasion atomic.Bool

func cameFirst(one, other *atomic.Bool) bool {
	return one.Load() && !other.Load()
}

func main() {
	var clerks sync.WaitGroup
	clerks.Go(func() { emma.Store(true) })
	clerks.Go(func() { persuasion.Store(true) })
	harriet := make(chan bool, 1)
	go func() { harriet <- cameFirst(&emma, &persuasion) }()
	if cameFirst(&persuasion, &emma) && <-harriet {
		fmt.Println("each came before the other")
	}
	clerks.Wait()
}
