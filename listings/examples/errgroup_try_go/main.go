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
	comeBack := make(chan struct{})
	first := clerks.TryGo(func() { <-comeBack })
	second := clerks.TryGo(func() { panic("there is no room") })
	fmt.Printf("the first is let in: %t, the second: %t\n", first, second)
	comeBack <- struct{}{}
	clerks.members.Wait()
	fmt.Println("and a third:", clerks.TryGo(func() {}))
	clerks.members.Wait()
}

// ANCHOR_END: main
