package main

import (
	"context"
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
	group.Go(func() error { return nil })
	fmt.Println("all went well:", group.Wait() == nil)
	if err := ctx.Err(); err != nil {
		fmt.Println("and now:", err)
	} else {
		fmt.Println("on with it")
	}
}

// ANCHOR_END: main
