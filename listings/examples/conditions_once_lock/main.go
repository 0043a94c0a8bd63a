package main

import (
	"fmt"
	"sync"
)

var (
	once sync.Once
	duty string
)

func onDuty(name string) string {
	once.Do(func() { duty = name })
	return duty
}

func main() {
	var a, b string
	var clerks sync.WaitGroup
	clerks.Go(func() { a = onDuty("Ann") })
	clerks.Go(func() { b = onDuty("Bob") })
	clerks.Wait()
	once.Do(func() { duty = "Carla" }) // too late
	if a != b || a != duty {
		panic("two on duty")
	}
	fmt.Println(a, "is on duty")
}
