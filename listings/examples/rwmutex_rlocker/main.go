package main

import (
	"fmt"
	"sync"
)

// The titles are read under mu, whichever kind of lock it is.
func longest(mu sync.Locker, titles *[]string) string {
	mu.Lock()
	defer mu.Unlock()
	longest := ""
	for _, title := range *titles {
		if len(title) > len(longest) {
			longest = title
		}
	}
	return longest
}

func main() {
	var shelfMu sync.RWMutex
	shelf := []string{"Emma", "Middlemarch"}
	var cellarMu sync.Mutex
	cellar := []string{"Faust", "Ulysses"}
	fmt.Println("shelf:", longest(shelfMu.RLocker(), &shelf))
	fmt.Println("cellar:", longest(&cellarMu, &cellar))
}
