package main

import (
	"context"
	"errors"
	"fmt"
)

type ShelfBroken struct{ shelf int }

func (e ShelfBroken) Error() string {
	return fmt.Sprintf("shelf %d has broken", e.shelf)
}

func main() {
	request, cancel := context.WithCancelCause(context.Background())
	below, cancelBelow := context.WithCancel(request)
	defer cancelBelow()
	cancel(ShelfBroken{7})
	cancel(errors.New("we are closing")) // too late
	cause := context.Cause(below)
	fmt.Println("err:", below.Err())
	fmt.Println("cause:", cause)
	if broken, ok := errors.AsType[ShelfBroken](cause); ok {
		fmt.Println("to be repaired: shelf", broken.shelf)
	}
}
