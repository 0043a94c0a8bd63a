package main

import "fmt"

type WaitGroup struct {
	counter int
	bell    chan struct{}
}

func (wg *WaitGroup) Add(n int) {
	wg.counter += n
}

func (wg *WaitGroup) Done() {
	wg.counter--
	if wg.counter <= 0 && wg.bell != nil {
		close(wg.bell)
	}
}

func (wg *WaitGroup) Wait() {
	wg.bell = make(chan struct{})
	<-wg.bell
}

func main() {
	var wg WaitGroup
	wg.Add(2)
	go wg.Done()
	go wg.Done()
	wg.Wait()
	fmt.Println("all done")
}
