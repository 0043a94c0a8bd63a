package main

import (
	"fmt"
	"sync"
)

func main() {
	var mu sync.Mutex
	copies := 3
	mu.Lock()
	copies--
	fmt.Println("can it be locked?", mu.TryLock())
}
