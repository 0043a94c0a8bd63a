package main

import (
	"context"
	"fmt"
	"time"
)

const times = 2000

type key struct{}

var kept any // so that nothing is optimized away

func each(work func()) float64 {
	start := time.Now()
	for range times {
		work()
	}
	return float64(time.Since(start))
}

func main() {
	day, closeDay := context.WithCancel(context.Background())
	defer closeDay()
	withCancel := each(func() {
		ctx, cancel := context.WithCancel(day)
		cancel()
		kept = ctx
	})
	withTimeout := each(func() {
		ctx, cancel := context.WithTimeout(day, time.Hour)
		cancel()
		kept = ctx
	})
	withValue := each(func() { kept = context.WithValue(day, key{}, 7) })
	askingErr := each(func() { kept = day.Err() })
	fmt.Printf("with a value: %.2f times with a cancel\n", withValue/withCancel)
	fmt.Printf("with a timeout: %.0f times with a cancel\n", withTimeout/withCancel)
	fmt.Printf("asking err: %.2f times with a cancel\n", askingErr/withCancel)
}
