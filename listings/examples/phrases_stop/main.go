package main

import (
	"context"
	"errors"
	"fmt"
	"time"
)

// ANCHOR: background
func background() error {
	ctx := context.Background()
	return ctx.Err() // nil: it never ends
}

// ANCHOR_END: background

// ANCHOR: cancel
func cancelled(above context.Context) error {
	ctx, cancel := context.WithCancel(above)
	defer cancel() // whatever happens
	go cancel()
	<-ctx.Done()
	return ctx.Err()
}

// ANCHOR_END: cancel

// ANCHOR: timeout
func timeout(above context.Context) error {
	ctx, cancel := context.WithTimeout(above, 5*time.Millisecond)
	defer cancel()
	<-ctx.Done()
	return ctx.Err()
}

// ANCHOR_END: timeout

// ANCHOR: done
func find(ctx context.Context, cellar <-chan string) (string, error) {
	select {
	case title := <-cellar:
		return title, nil
	case <-ctx.Done():
		return "", ctx.Err()
	}
}

// ANCHOR_END: done

// ANCHOR: check
func dust(ctx context.Context, shelves []int) (dusted int, err error) {
	for range shelves {
		if err := ctx.Err(); err != nil {
			return dusted, err
		}
		dusted++
	}
	return dusted, nil
}

// ANCHOR_END: check

// ANCHOR: cause
func why(above context.Context) (error, error) {
	ctx, cancel := context.WithCancelCause(above)
	cancel(errors.New("we are closing"))
	return ctx.Err(), context.Cause(ctx)
}

// ANCHOR_END: cause

// ANCHOR: value
type readerKey struct{}

func carry(above context.Context) (string, bool) {
	ctx := context.WithValue(above, readerKey{}, "Nora")
	reader, ok := ctx.Value(readerKey{}).(string)
	return reader, ok
}

// ANCHOR_END: value

// ANCHOR: after
func after(ctx context.Context) (func() bool, <-chan string) {
	told := make(chan string, 1)
	stop := context.AfterFunc(ctx, func() { told <- "woken" })
	return stop, told // `stop()` calls it off
}

// ANCHOR_END: after

// ANCHOR: without
func note(ctx context.Context) (context.Context, context.CancelFunc) {
	return context.WithTimeout(context.WithoutCancel(ctx), time.Minute)
}

// ANCHOR_END: without

func main() {
	day := context.Background()
	fmt.Println("goes on:", background() == nil)
	fmt.Println(cancelled(day))
	fmt.Println(timeout(day))
	over, cancel := context.WithCancel(day)
	cancel()
	cellar := make(chan string, 1)
	cellar <- "Emma"
	title, _ := find(day, cellar)
	_, err := find(over, cellar)
	fmt.Printf("%s, %v\n", title, err)
	shelves, _ := dust(day, []int{1, 2})
	_, err = dust(over, []int{1, 2})
	fmt.Printf("%d, %v\n", shelves, err)
	err, cause := why(day)
	fmt.Printf("%v: %v\n", err, cause)
	reader, _ := carry(day)
	fmt.Println(reader)
	stop, told := after(over)
	fmt.Println(<-told, stop())
	noted, cancelNote := note(over)
	defer cancelNote()
	fmt.Println("goes on:", noted.Err() == nil)
}
