package main

import (
	"context"
	"errors"
	"fmt"
	"time"
)

type key struct{}
type otherKey struct{}

func err(ctx context.Context) string {
	if ctx.Err() == nil {
		return "none"
	}
	return ctx.Err().Error()
}

func cause(ctx context.Context) string {
	if context.Cause(ctx) == nil {
		return "none"
	}
	return context.Cause(ctx).Error()
}

func done(ctx context.Context) string {
	select {
	case <-ctx.Done():
		return "closed"
	default:
		return "open"
	}
}

func value(ctx context.Context) string {
	if ctx.Value(key{}) == nil {
		return "none"
	}
	return ctx.Value(key{}).(string)
}

func deadline(ctx context.Context) time.Time {
	deadline, _ := ctx.Deadline()
	return deadline
}

func hasDeadline(ctx context.Context) bool {
	_, ok := ctx.Deadline()
	return ok
}

func creation() {
	background := context.Background()
	fmt.Printf("the background: %s, %s\n", done(background), err(background))
	fmt.Println("its deadline:", hasDeadline(background))
	fmt.Println("its value:", value(background))
	fmt.Println("its cause:", cause(background))
	ctx, cancel := context.WithCancel(background)
	defer cancel()
	fmt.Printf("with cancel, new: %s, %s\n", done(ctx), err(ctx))
	fmt.Println("its deadline:", hasDeadline(ctx))
	fmt.Println("its cause:", cause(ctx))
	ctx, cancel = context.WithTimeout(background, time.Hour)
	defer cancel()
	fmt.Printf("with an hour, new: %s, %s\n", done(ctx), err(ctx))
	fmt.Println("its deadline:", hasDeadline(ctx))
	valued := context.WithValue(ctx, key{}, "Nora")
	fmt.Println("with a value, the same done:", valued.Done() == ctx.Done())
	fmt.Println("and the same deadline:", deadline(valued).Equal(deadline(ctx)))
}

func cancelling() {
	top, cancelTop := context.WithCancel(context.Background())
	one, cancelOne := context.WithCancel(top)
	other, cancelOther := context.WithCancel(top)
	below, cancel := context.WithCancel(context.WithValue(one, key{}, "Nora"))
	defer cancel()
	cancelOne()
	fmt.Printf("cancelled: %s, %s\n", done(one), err(one))
	fmt.Println("its cause:", cause(one))
	fmt.Printf("the one above: %s, %s\n", done(top), err(top))
	fmt.Printf("the one beside: %s, %s\n", done(other), err(other))
	fmt.Printf("the one below: %s, %s\n", done(below), err(below))
	fmt.Println("its value is still there:", value(below))
	cancelOne()
	fmt.Printf("cancelled again: %s, %s\n", done(one), err(one))
	cancelTop()
	fmt.Println("the top cancelled, beside:", err(other))
	cancelOther()
	fmt.Println("the lower after the upper:", err(other))
	late, cancel := context.WithCancel(top)
	defer cancel()
	fmt.Printf("made below a cancelled one: %s, %s\n", done(late), err(late))
	late, cancel = context.WithTimeout(top, time.Hour)
	defer cancel()
	fmt.Printf("the same with an hour: %s, %s\n", done(late), err(late))
	fmt.Println("its deadline:", hasDeadline(late))
	late = context.WithValue(top, key{}, "Nora")
	fmt.Printf("the same with a value: %s, %s\n", done(late), value(late))
}

func deadlines() {
	start := time.Now()
	background := context.Background()
	over, cancel := context.WithDeadline(background, start)
	fmt.Printf("a deadline in the past: %s, %s\n", done(over), err(over))
	fmt.Println("its cause:", cause(over))
	cancel()
	fmt.Println("cancelled after that:", err(over))
	zero, cancel := context.WithTimeout(background, 0)
	defer cancel()
	fmt.Printf("no time at all: %s, %s\n", done(zero), err(zero))
	hour, cancelHour := context.WithDeadline(background, start.Add(time.Hour))
	two, cancel := context.WithDeadline(hour, start.Add(2*time.Hour))
	defer cancel()
	half, cancel := context.WithDeadline(hour, start.Add(time.Hour/2))
	defer cancel()
	fmt.Println("two hours below one:", seconds(deadline(two).Sub(start)))
	fmt.Println("half an hour below one:", seconds(deadline(half).Sub(start)))
	below, cancel := context.WithCancel(half)
	defer cancel()
	fmt.Println("cancel below it:", seconds(deadline(below).Sub(start)))
	cancelHour()
	fmt.Println("cancelled in time:", err(hour))
	fmt.Printf("and those below: %s, %s\n", err(two), err(below))
	fmt.Println("the deadline is still told:", hasDeadline(hour))
	reasoned, because := context.WithCancelCause(background)
	short, cancel := context.WithTimeout(reasoned, 2*time.Millisecond)
	defer cancel()
	below, cancel = context.WithTimeout(short, time.Hour)
	defer cancel()
	_, open := <-below.Done()
	fmt.Println("waited for:", !open)
	fmt.Println("ended by the deadline above:", err(below))
	fmt.Println("not before its time:", !time.Now().Before(deadline(short)))
	because(errors.New("too late"))
	fmt.Println("a reason after the deadline:", cause(short))
}

func seconds(d time.Duration) string {
	return fmt.Sprintf("%.0fs", d.Seconds())
}

func causes() {
	top, cancelTop := context.WithCancelCause(context.Background())
	one, cancelOne := context.WithCancelCause(top)
	other, cancel := context.WithCancel(top)
	defer cancel()
	cancelOne(errors.New("the reader has left"))
	fmt.Printf("with a reason: %s, %s\n", err(one), cause(one))
	fmt.Printf("above: %s, %s\n", err(top), cause(top))
	cancelTop(errors.New("we are closing"))
	fmt.Println("above, later:", cause(top))
	fmt.Println("below, it came first:", cause(one))
	fmt.Printf("below, from above: %s, %s\n", err(other), cause(other))
	cancelTop(errors.New("fire"))
	fmt.Println("a second reason:", cause(top))
}

func values() {
	upper := context.WithValue(context.Background(), key{}, "Nora")
	lower := context.WithValue(upper, key{}, "Paul")
	beside, cancelBeside := context.WithCancel(context.WithValue(upper, otherKey{}, true))
	fmt.Println("the nearest:", value(lower))
	fmt.Println("above it:", value(upper))
	fmt.Println("past another value:", value(beside))
	fmt.Println("what is below is not seen:", upper.Value(otherKey{}) != nil)
	cancelBeside()
	detached := context.WithoutCancel(beside)
	fmt.Printf("without cancel: %s, %s\n", done(detached), err(detached))
	fmt.Println("its value:", value(detached))
	fmt.Println("its cause:", cause(detached))
	hour, cancel := context.WithTimeout(upper, time.Hour)
	defer cancel()
	free := context.WithoutCancel(hour)
	fmt.Println("without cancel, its deadline:", hasDeadline(free))
	again, cancelAgain := context.WithCancel(free)
	cancelAgain()
	fmt.Printf("and cancelled below that: %s, %s\n", err(again), err(free))
}

func after() {
	ctx, cancel := context.WithCancel(context.Background())
	told := make(chan string)
	called := context.AfterFunc(ctx, func() { told <- "called" })
	stopped := context.AfterFunc(ctx, func() { panic("it was stopped") })
	fmt.Println("stopped before the end:", stopped())
	fmt.Println("stopped again:", stopped())
	cancel()
	fmt.Println("after the end:", <-told)
	fmt.Println("stopped after that:", called())
	late := context.AfterFunc(ctx, func() { told <- "called at once" })
	fmt.Println("asked for after the end:", <-told)
	fmt.Println("stopped after that:", late())
	never := context.AfterFunc(context.Background(), func() { panic("never") })
	fmt.Println("on the background, stopped:", never())
}

func channels() {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	books := make(chan struct{}, 1000)
	for range 1000 {
		books <- struct{}{}
	}
	for range 1000 {
		select {
		case <-books:
		case <-ctx.Done():
		}
	}
	left := len(books)
	fmt.Println("a message and the end:", 0 < left && left < 1000)
	full := make(chan struct{})
	select {
	case full <- struct{}{}:
		panic("nobody receives")
	case <-ctx.Done():
		fmt.Println("no receiver, the end: stopped")
	}
	select {
	case <-context.Background().Done():
		panic("never")
	default:
		fmt.Println("the end of the background: would wait")
	}
}

func main() {
	creation()
	cancelling()
	deadlines()
	causes()
	values()
	after()
	channels()
}
