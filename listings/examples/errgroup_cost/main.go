package main

import (
	"context"
	"fmt"
	"sync"
	"time"
)

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

// ANCHOR: main
const rounds = 5000 // of three clerks each

func timed(round func()) float64 {
	start := time.Now()
	for range rounds {
		round()
	}
	return float64(time.Since(start))
}

func main() {
	waitGroup := timed(func() {
		var clerks sync.WaitGroup
		for range 3 {
			clerks.Go(func() {})
		}
		clerks.Wait()
	})
	group := timed(func() {
		g, _ := WithContext(context.Background())
		for range 3 {
			g.Go(func() error { return nil })
		}
		if err := g.Wait(); err != nil {
			panic(err)
		}
	})
	fmt.Printf("the group: %.1f times as long as a WaitGroup\n", group/waitGroup)
}

// ANCHOR_END: main
