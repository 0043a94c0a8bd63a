package main

func order(hatch chan<- string) {
	hatch <- "Emma"
	<-hatch
}

func main() {
	order(make(chan string, 1))
}
