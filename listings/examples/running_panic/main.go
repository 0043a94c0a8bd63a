package main

import "fmt"

func main() {
	clerk := make(chan int)
	go func() {
		panic("the ladder broke")
	}()
	fmt.Println("the clerk shelved", <-clerk, "books")
	fmt.Println("the library stays open")
}
