package main

import (
	"fmt"
	"sync"
)

func main() {
	titles := []string{"Emma", "Dracula"}
	var group sync.WaitGroup
	for _, title := range titles {
		group.Go(func() { fmt.Println(title, "is fetched") })
	}
	group.Wait()
}
