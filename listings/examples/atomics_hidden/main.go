package main

import (
	"fmt"
	"sync/atomic"
)

const rounds = 200_000

var (
	here  atomic.Int32
	signs [2][rounds]atomic.Bool
)

// clerk puts up a sign in each round, and looks at the other's.
func clerk(me int) []bool {
	overlooked := make([]bool, rounds)
	for round := range rounds {
		here.Add(1)
		for here.Load() < int32(2*(round+1)) {
			// until both are at the start
		}
		signs[me][round].Store(true)
		overlooked[round] = !signs[1-me][round].Load()
	}
	return overlooked
}

func main() {
	anns := make(chan []bool)
	go func() { anns <- clerk(0) }()
	bob := clerk(1)
	both := 0
	for round, ann := range <-anns {
		if ann && bob[round] {
			both++
		}
	}
	fmt.Println("both overlooked the other's sign:", both, "times")
}
