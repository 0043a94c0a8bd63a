package main

import (
	"fmt"
	"sync"
)

func main() {
	asked := 0
	card := sync.OnceValue(func() string {
		asked++
		if asked == 1 {
			panic("the database is away")
		}
		return "Emma"
	})
	for range 2 {
		func() {
			defer func() {
				if recover() != nil {
					fmt.Println("no answer")
				}
			}()
			fmt.Println(card())
		}()
	}
	fmt.Println("the database was asked:", asked)
}
