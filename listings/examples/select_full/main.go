package main

import "fmt"

func main() {
	desk := make(chan int, 2)
	for card := 1; card <= 4; card++ {
		select {
		case desk <- card:
			fmt.Println("card", card, "is on the desk")
		default:
			fmt.Println("card", card, "must come back later")
		}
	}
}
