package main

import (
	"fmt"
	"sync"
	"sync/atomic"
)

var longest atomic.Uint32

func read(pages uint32) {
	for {
		seen := longest.Load()
		if pages <= seen || longest.CompareAndSwap(seen, pages) {
			return
		}
		// somebody was quicker: think again
	}
}

func main() {
	var ann sync.WaitGroup
	ann.Go(func() { read(474) }) // Emma
	read(249)                    // Persuasion
	ann.Wait()
	fmt.Println("longest:", longest.Load())
}
