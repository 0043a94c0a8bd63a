package main

import (
	"fmt"
	"slices"
)

type job struct {
	carpenter string
	nails     int
}

func main() {
	jobs := []job{{"Dora", 3}, {"Emil", 1}, {"Fay", 2}}
	// The hammer goes round until nobody has a nail left.
	for len(jobs) > 0 {
		for i := range jobs {
			fmt.Println(jobs[i].carpenter, "drives a nail")
			jobs[i].nails--
		}
		jobs = slices.DeleteFunc(jobs, func(j job) bool { return j.nails == 0 })
	}
}
