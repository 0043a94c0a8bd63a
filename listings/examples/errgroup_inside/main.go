package main

import (
	"fmt"
	"sync"
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
	var clerks Group
	clerks.SetLimit(1)
	clerks.Go(func() {
		clerks.Go(func() { fmt.Println("the helper has come") })
	})
	clerks.members.Wait()
	fmt.Println("all have gone home")
}

// ANCHOR_END: main
