package main

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"sync/atomic"
)

// ANCHOR: group
// Group is errgroup.Group in short: the module golang.org/x/sync is not in the
// standard library, and this program shall run without a download.
type Group struct {
	members sync.WaitGroup
	first   sync.Once
	err     error
	cancel  context.CancelCauseFunc // nil: there is no context
	room    chan struct{}           // nil: there is no limit
}

func WithContext(ctx context.Context) (*Group, context.Context) {
	ctx, cancel := context.WithCancelCause(ctx)
	return &Group{cancel: cancel}, ctx
}

func (g *Group) SetLimit(n int) { g.room = make(chan struct{}, n) }

func (g *Group) Go(f func() error) {
	if g.room != nil {
		g.room <- struct{}{}
	}
	g.start(f)
}

func (g *Group) TryGo(f func() error) bool {
	if g.room != nil {
		select {
		case g.room <- struct{}{}:
		default:
			return false
		}
	}
	g.start(f)
	return true
}

func (g *Group) start(f func() error) {
	g.members.Go(func() {
		if g.room != nil {
			defer func() { <-g.room }()
		}
		if err := f(); err != nil {
			g.first.Do(func() {
				g.err = err
				if g.cancel != nil {
					g.cancel(err)
				}
			})
		}
	})
}

func (g *Group) Wait() error {
	g.members.Wait()
	if g.cancel != nil {
		g.cancel(g.err)
	}
	return g.err
}

// ANCHOR_END: group

var fetched atomic.Int32

func fetch(title string) error {
	fetched.Add(1)
	return nil
}

// ANCHOR: first
func firstError() error {
	var group Group
	group.Go(func() error { return nil })
	group.Go(func() error { return errors.New("there is no book 2") })
	return group.Wait()
}

// ANCHOR_END: first

// ANCHOR: context
func others(above context.Context) error {
	group, ctx := WithContext(above)
	group.Go(func() error {
		<-ctx.Done() // ends with the other one's failure
		return ctx.Err()
	})
	group.Go(func() error { return errors.New("the ladder is broken") })
	return group.Wait()
}

// ANCHOR_END: context

// ANCHOR: limit
func limited(titles []string) error {
	var group Group
	group.SetLimit(2)
	for _, title := range titles {
		group.Go(func() error { return fetch(title) }) // waits for room
	}
	return group.Wait()
}

// ANCHOR_END: limit

// ANCHOR: try
func ifThereIsRoom(group *Group) bool {
	return group.TryGo(func() error { return nil })
}

// ANCHOR_END: try

func main() {
	fmt.Println(firstError())
	fmt.Println(others(context.Background()))
	err := limited([]string{"Emma", "Kim", "Dracula"})
	fmt.Println(fetched.Load(), err == nil)
	var group Group
	group.SetLimit(1)
	goHome := make(chan struct{})
	group.Go(func() error {
		<-goHome
		return nil
	})
	fmt.Println(ifThereIsRoom(&group))
	close(goHome)
	group.Wait()
	fmt.Println(ifThereIsRoom(&group))
	group.Wait()
}
