package main

import (
	"fmt"
	"sync"
)

func main() {
	title := "Emma"
	var mu sync.Mutex // nobody has it yet
	var readers sync.WaitGroup
	for _, reader := range []string{"Hugo", "Ida"} {
		readers.Go(func() {
			mu.Lock()
			fmt.Println(reader, "takes", title)
			fmt.Println(reader, "returns", title)
			mu.Unlock()
		})
	}
	readers.Wait()
}
