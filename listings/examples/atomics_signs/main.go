package main

import (
	"fmt"
	"sync/atomic"
)

var annsSign, bobsSign atomic.Bool

func climbs(own, other *atomic.Bool) bool {
	own.Store(true)      // "I am going up" …
	return !other.Load() // … unless you have said so too
}

func main() {
	ann := make(chan bool)
	go func() { ann <- climbs(&annsSign, &bobsSign) }()
	bob := climbs(&bobsSign, &annsSign)
	fmt.Printf("Ann climbs: %t, Bob climbs: %t\n", <-ann, bob)
}
