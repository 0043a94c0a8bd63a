package main

import (
	"fmt"
	"sync"
	"sync/atomic"
)

var (
	owners               atomic.Int32
	annsNotes, bobsNotes int
)

// letGo writes a last note and lets go; whoever is the last one clears away.
func letGo(notes *int) {
	*notes = 1
	if owners.Add(-1) == 0 {
		fmt.Println("cleared away, with", annsNotes+bobsNotes, "notes")
	}
}

func main() {
	owners.Store(2)
	var ann sync.WaitGroup
	ann.Go(func() { letGo(&annsNotes) })
	letGo(&bobsNotes)
	ann.Wait()
}
