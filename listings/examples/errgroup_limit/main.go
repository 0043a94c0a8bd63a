package main

import (
	"fmt"
	"sync"
	"sync/atomic"
)

type Group struct {
	members sync.WaitGroup
	room    chan struct{}
}

// ANCHOR: group
func (g *Group) SetLimit(n int) {
	g.room = make(chan struct{}, n)
}

func (g *Group) Go(f func()) {
	g.room <- struct{}{}
	g.start(f)
}

func (g *Group) TryGo(f func()) bool {
	select {
	case g.room <- struct{}{}:
		g.start(f)
		return true
	default:
		return false
	}
}

func (g *Group) start(f func()) {
	g.members.Go(func() {
		defer func() { <-g.room }()
		f()
	})
}

// ANCHOR_END: group

// ANCHOR: main
func main() {
	var atWork atomic.Int32
	var clerks Group
	clerks.SetLimit(1)
	for _, book := range []string{"Emma", "Dracula"} {
		clerks.Go(func() {
			here := atWork.Add(1)
			fmt.Printf("%s: %d on the ladder\n", book, here)
			atWork.Add(-1)
		})
	}
	clerks.members.Wait()
}

// ANCHOR_END: main
