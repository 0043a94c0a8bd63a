package main

import (
	"fmt"
	"sync"
)

type Buffer[T any] struct {
	mu                sync.Mutex
	items             []T
	room              int
	notFull, notEmpty *sync.Cond
}

func NewBuffer[T any](room int) *Buffer[T] {
	b := &Buffer[T]{room: room}
	b.notFull, b.notEmpty = sync.NewCond(&b.mu), sync.NewCond(&b.mu)
	return b
}

func (b *Buffer[T]) Put(item T) {
	b.mu.Lock()
	defer b.mu.Unlock()
	for len(b.items) == b.room {
		b.notFull.Wait()
	}
	b.items = append(b.items, item)
	b.notEmpty.Signal()
}

func (b *Buffer[T]) Take() T {
	b.mu.Lock()
	defer b.mu.Unlock()
	for len(b.items) == 0 {
		b.notEmpty.Wait()
	}
	item := b.items[0]
	b.items = b.items[1:]
	b.notFull.Signal()
	return item
}

func main() {
	shelf := NewBuffer[int](1)
	ids := make(chan int, 2)
	for range 2 {
		go func() { ids <- shelf.Take() }()
	}
	shelf.Put(3)
	shelf.Put(7)
	a, b := <-ids, <-ids
	fmt.Println(min(a, b), "and", max(a, b))
}
