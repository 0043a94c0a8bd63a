package main

import (
	"fmt"
	"sync"
)

func main() {
	var ladder sync.Mutex
	ladder.Lock()
	fmt.Println("on the ladder")
	ladder.Unlock()
	ladder.Unlock()
}
