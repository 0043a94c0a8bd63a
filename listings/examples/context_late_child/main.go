package main

import (
	"fmt"
	"sync"
)

type Node struct {
	done  chan struct{}
	once  sync.Once
	mu    sync.Mutex
	below []*Node
}

func newNode() *Node {
	return &Node{done: make(chan struct{})}
}

func (n *Node) add(child *Node) {
	select {
	case <-n.done:
		child.cancel()
	default:
		n.mu.Lock()
		n.below = append(n.below, child)
		n.mu.Unlock()
	}
}

func (n *Node) cancel() {
	n.once.Do(func() { close(n.done) })
	n.mu.Lock()
	defer n.mu.Unlock()
	for _, child := range n.below {
		child.cancel()
	}
	n.below = nil
}

func main() {
	day := newNode()
	var closing sync.WaitGroup
	closing.Go(day.cancel)
	request := newNode()
	day.add(request)
	<-request.done
	fmt.Println("the request has stopped")
	closing.Wait()
}
