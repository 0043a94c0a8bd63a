package main

import (
	"fmt"
	"sync"
)

func next(total *int) {
	*total++
}

func main() {
	total := 0
	var clerks sync.WaitGroup
	clerks.Go(func() { next(&total) })
	clerks.Go(func() { next(&total) })
	clerks.Go(func() { next(&total) })
	clerks.Wait()
	fmt.Println("total:", total)
}
