package main

import "sync"

func main() {
	var mu sync.Mutex
	copied := mu
	copied.Lock()
}
