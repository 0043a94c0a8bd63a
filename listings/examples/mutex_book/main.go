package main

import (
	"fmt"
	"sync"
)

func main() {
	title := "Emma"
	var copy sync.Mutex // nobody has it yet
	var readers sync.WaitGroup
	for _, reader := range []string{"Hugo", "Ida"} {
		readers.Go(func() {
			copy.Lock()
			fmt.Println(reader, "takes", title)
			fmt.Println(reader, "returns", title)
			copy.Unlock()
		})
	}
	readers.Wait()
}
