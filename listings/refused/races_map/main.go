package main

import (
	"fmt"
	"sync"
)

func main() {
	cache := make(map[int]string)
	var clerks sync.WaitGroup
	clerks.Go(func() { cache[1] = "Emma" })
	clerks.Go(func() { cache[2] = "Faust" })
	clerks.Wait()
	fmt.Println(cache[1], "and", cache[2])
}
