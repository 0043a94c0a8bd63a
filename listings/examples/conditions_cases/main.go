package main

import "fmt"

func tryPut(shelf chan string, title string) string {
	select {
	case shelf <- title:
		return "Ok(())"
	default:
		return fmt.Sprintf("Err(%q)", title)
	}
}

func tryTake(shelf chan string) string {
	select {
	case title := <-shelf:
		return fmt.Sprintf("Some(%q)", title)
	default:
		return "None"
	}
}

func main() {
	shelf := make(chan string, 2)
	fmt.Println("empty:", tryTake(shelf))
	fmt.Println("put:", tryPut(shelf, "Emma"))
	fmt.Println("put:", tryPut(shelf, "Persuasion"))
	fmt.Println("full:", tryPut(shelf, "Evelina"))
	fmt.Println(len(shelf), "of", cap(shelf))
	fmt.Println("take:", tryTake(shelf))
	fmt.Printf("take: %q\n", <-shelf)
	fmt.Println(len(shelf), "of", cap(shelf))
}
