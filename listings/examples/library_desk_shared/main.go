package main

import (
	"fmt"
	"sync"
)

func bring(reader, book string) {
	fmt.Printf("for %s:\n", reader)
	fmt.Println(book)
}

func main() {
	var clerks sync.WaitGroup
	clerks.Go(func() { bring("Hugo", "Emma") })
	clerks.Go(func() { bring("Ida", "Dracula") })
	clerks.Wait()
}
