package main

func main() {
	panic("not on purpose")
}
