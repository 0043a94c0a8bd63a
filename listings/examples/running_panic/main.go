package main

import "fmt"

func main() {
	shelved := make(chan int)
	go func() {
		panic("the ladder broke")
	}()
	fmt.Println("the clerk shelved", <-shelved, "books")
	fmt.Println("the library stays open")
}
