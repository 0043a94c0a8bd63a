package main

import (
	"fmt"
	"time"
)

func main() {
	bell := time.NewTicker(5 * time.Millisecond)
	defer bell.Stop()
	for round := 1; round <= 3; round++ {
		<-bell.C
		fmt.Println("round", round)
	}
}
