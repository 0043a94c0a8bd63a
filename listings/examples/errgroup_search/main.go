package main

import (
	"context"
	"errors"
	"fmt"
	"sync"
)

// ANCHOR: group
// Group is errgroup.Group, without the limit: the module golang.org/x/sync is not
// in the standard library, and this program shall run without a download.
type Group struct {
	members sync.WaitGroup
	first   sync.Once
	err     error
	cancel  context.CancelCauseFunc
}

func WithContext(ctx context.Context) (*Group, context.Context) {
	ctx, cancel := context.WithCancelCause(ctx)
	return &Group{cancel: cancel}, ctx
}

func (g *Group) Go(f func() error) {
	g.members.Go(func() {
		if err := f(); err != nil {
			g.first.Do(func() {
				g.err = err
				g.cancel(err)
			})
		}
	})
}

func (g *Group) Wait() error {
	g.members.Wait()
	g.cancel(g.err)
	return g.err
}

// ANCHOR_END: group

// ANCHOR: main
// The shelves of one room: a room answers, fails, or never ends.
func search(ctx context.Context, answer <-chan string) error {
	select {
	case shelf, ok := <-answer:
		if !ok {
			return errors.New("the room is locked")
		}
		fmt.Println("found on", shelf)
	case <-ctx.Done():
		return ctx.Err()
	}
	return nil
}

func main() {
	locked := make(chan string)
	close(locked)
	group, ctx := WithContext(context.Background())
	for _, room := range []chan string{nil, locked, nil} {
		group.Go(func() error { return search(ctx, room) })
	}
	fmt.Println(group.Wait())
}

// ANCHOR_END: main
