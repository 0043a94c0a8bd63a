package main

import "sync"

func main() {
	hatch := make(chan string)
	var clerks sync.WaitGroup
	clerks.Add(2)
	for range 2 {
		go func() {
			defer clerks.Done()
			close(hatch)
		}()
	}
	clerks.Wait()
}
