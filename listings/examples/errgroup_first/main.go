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
func main() {
	group, ctx := WithContext(context.Background())
	group.Go(func() error {
		// Nobody comes to the cellar with a book, so he waits for the end.
		<-ctx.Done()
		fmt.Println("the cellar stops:", context.Cause(ctx))
		return ctx.Err()
	})
	group.Go(func() error { return errors.New("the ladder is broken") })
	fmt.Println("the group:", group.Wait())
}

// ANCHOR_END: main
