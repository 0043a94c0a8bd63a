package main

import (
	"fmt"
	"maps"
	"slices"
)

// One clerk: how many of its two steps are done, and what it has seen.
type Clerk struct {
	at, seen int
}

// All there is: the board, and where each of the three clerks is.
type State struct {
	total  int
	clerks [3]Clerk
}

// step says what becomes of the state if this clerk takes its next step.
func step(state State, clerk int) (State, bool) {
	me := &state.clerks[clerk]
	switch me.at {
	case 0:
		me.seen = state.total
	case 1:
		state.total = me.seen + 1
	default:
		return state, false
	}
	me.at++
	return state, true
}

// Totals says in how many schedules each total is reached.
type Totals map[int]int

func explore(state State, known map[State]Totals) Totals {
	if totals, ok := known[state]; ok {
		return totals
	}
	totals := Totals{}
	for clerk := range 3 {
		if next, ok := step(state, clerk); ok {
			for total, schedules := range explore(next, known) {
				totals[total] += schedules
			}
		}
	}
	if len(totals) == 0 {
		totals[state.total] = 1 // nobody can go on: an end
	}
	known[state] = totals
	return totals
}

func main() {
	known := make(map[State]Totals)
	totals := explore(State{}, known)
	for _, total := range slices.Sorted(maps.Keys(totals)) {
		fmt.Printf("total %d: %d schedules\n", total, totals[total])
	}
	fmt.Println("states looked at:", len(known))
}
