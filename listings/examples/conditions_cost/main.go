package main

import (
	"fmt"
	"runtime"
	"sync"
	"time"
)

const turns = 20_000 // for each of two clerks

func timed(clerk func(me int)) float64 {
	start := time.Now()
	var clerks sync.WaitGroup
	clerks.Go(func() { clerk(0) })
	clerk(1)
	clerks.Wait()
	return time.Since(start).Seconds()
}

func main() {
	var mu sync.Mutex
	bell := sync.NewCond(&mu)
	turn := 0
	condition := timed(func(me int) {
		for range turns {
			mu.Lock()
			for turn%2 != me {
				bell.Wait()
			}
			turn++
			bell.Signal()
			mu.Unlock()
		}
	})

	turn = 0
	isMine := func(me int) bool {
		mu.Lock()
		defer mu.Unlock()
		return turn%2 == me
	}
	polling := timed(func(me int) {
		for range turns {
			for !isMine(me) {
				runtime.Gosched()
			}
			mu.Lock()
			turn++
			mu.Unlock()
		}
	})

	fmt.Printf("polling: %.2f times as long as the condition\n", polling/condition)
}
