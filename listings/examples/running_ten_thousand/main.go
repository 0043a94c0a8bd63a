package main

import (
	"fmt"
	"os"
	"strings"
	"sync"
	"time"
)

// ANCHOR: main
const readers = 10_000

func main() {
	start := time.Now()
	var here, gone sync.WaitGroup
	here.Add(readers)
	leave := make(chan struct{})
	for range readers {
		gone.Go(func() {
			here.Done()
			<-leave
		})
	}
	here.Wait()
	fmt.Printf("%d goroutines in %v\n", readers, time.Since(start).Round(time.Millisecond))
	fmt.Printf("memory in use: %d MB\n", memoryInUse())
	close(leave)
	gone.Wait()
}

// ANCHOR_END: main

// What the process occupies, in MB; 0 where the system does not tell in this way.
func memoryInUse() int {
	status, _ := os.ReadFile("/proc/self/status")
	kilobytes := 0
	if _, resident, found := strings.Cut(string(status), "VmRSS:"); found {
		fmt.Sscan(resident, &kilobytes)
	}
	return kilobytes / 1000
}
