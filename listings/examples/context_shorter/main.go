package main

import (
	"context"
	"fmt"
	"time"
)

func main() {
	request, cancel := context.WithTimeout(context.Background(), 10*time.Minute)
	defer cancel()
	longer, cancel := context.WithTimeout(request, 60*time.Minute)
	defer cancel()
	shorter, cancel := context.WithTimeout(request, time.Minute)
	defer cancel()
	at, _ := request.Deadline()
	inAnHour, _ := longer.Deadline()
	fmt.Println("an hour below ten minutes is ten minutes:", inAnHour.Equal(at))
	inAMinute, _ := shorter.Deadline()
	fmt.Println("a minute below ten minutes is a minute:", inAMinute.Before(at))
}
