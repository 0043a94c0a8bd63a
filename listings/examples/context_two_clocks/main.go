package main

import (
	"context"
	"fmt"
	"testing"
	"testing/synctest"
	"time"
)

func evening(*testing.T) {
	day := context.Background()
	short, cancel := context.WithTimeout(day, 1*time.Hour)
	defer cancel()
	long, cancel := context.WithTimeout(day, 100*time.Hour)
	defer cancel()
	<-short.Done()
	if err := long.Err(); err != nil {
		fmt.Println("the long one:", err)
	} else {
		fmt.Println("the long one goes on")
	}
}

func main() {
	all := func(_, _ string) (bool, error) { return true, nil }
	inBubble := func(t *testing.T) { synctest.Test(t, evening) }
	tests := []testing.InternalTest{{Name: "evening", F: inBubble}}
	testing.Main(all, tests, nil, nil)
}
