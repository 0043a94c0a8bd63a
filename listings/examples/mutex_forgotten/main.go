package main

import (
	"fmt"
	"sync"
)

type Desk struct {
	mu     sync.Mutex
	copies map[string]int
}

func (d *Desk) Lend(title string) bool {
	d.mu.Lock()
	if d.copies[title] == 0 {
		return false
	}
	d.copies[title]--
	d.mu.Unlock()
	return true
}

func main() {
	desk := Desk{copies: map[string]int{"Emma": 3}}
	fmt.Println("Ulysses:", desk.Lend("Ulysses"))
	fmt.Println("Emma:", desk.Lend("Emma"))
}
