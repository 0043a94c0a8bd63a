package main

import (
	"fmt"
	"sync"
)

var (
	mu     sync.Mutex
	titles []string
)

func enter(clerk, title string) {
	if !mu.TryLock() {
		fmt.Println(clerk, "comes back later")
		return
	}
	defer mu.Unlock()
	titles = append(titles, title)
}

func main() {
	var clerks sync.WaitGroup
	clerks.Go(func() { enter("Ann", "Emma") })
	clerks.Go(func() { enter("Bob", "Faust") })
	clerks.Wait()
	fmt.Println("titles:", len(titles))
}
