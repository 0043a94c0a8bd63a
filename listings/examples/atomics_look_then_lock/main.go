package main

import (
	"fmt"
	"runtime"
	"sync"
	"sync/atomic"
)

var (
	locked atomic.Bool
	up     atomic.Int32
)

func climb() {
	for locked.Load() {
		runtime.Gosched()
	}
	locked.Store(true)
	if up.Add(1) > 1 {
		fmt.Println("two on one ladder")
	}
	up.Add(-1)
	locked.Store(false)
}

func main() {
	var ann sync.WaitGroup
	ann.Go(climb)
	climb()
	ann.Wait()
}
