package main

import (
	"fmt"
	"sync"
)

var catalogue = sync.OnceValue(func() []string {
	fmt.Println("reading the catalogue")
	return []string{"Emma", "Persuasion"}
})

func main() {
	fmt.Println("open")
	ann := make(chan int)
	go func() { ann <- len(catalogue()) }()
	here := len(catalogue())
	fmt.Println(<-ann, "and", here, "titles")
}
