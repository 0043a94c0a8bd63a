package main

import (
	"context"
	"fmt"
	"sync"
)

func main() {
	day, closeDay := context.WithCancel(context.Background())
	var closing sync.WaitGroup
	closing.Go(closeDay)
	request, cancel := context.WithCancel(day)
	defer cancel()
	<-request.Done()
	fmt.Println("the request has stopped:", request.Err())
	closing.Wait()
}
