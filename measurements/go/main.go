// Measures in Go what src/bench measures in Rust, under the same names, and prints each sample as
// a line of JSON.
package main

import (
	"context"
	"encoding/json"
	"errors"
	"os"
	"runtime"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"time"
)

type sample struct {
	Group     string  `json:"group"`
	Row       string  `json:"row"`
	Contender string  `json:"contender"`
	Value     float64 `json:"value"`
}

var out = json.NewEncoder(os.Stdout)

// wanted says whether a group is to be measured: one alone if it is named as an argument.
func wanted(group string) bool {
	return len(os.Args) < 2 || os.Args[1] == group
}

func report(group, row, contender string, value float64) {
	out.Encode(sample{group, row, contender, value})
}

// nanoseconds per operation: run is asked to do so and so many. To find out how many are enough
// warms it up; of three times the least counts.
func nanoseconds(run func(n int)) float64 {
	timed := func(n int) time.Duration {
		start := time.Now()
		run(n)
		return time.Since(start)
	}
	n := 64
	for timed(n) < 10*time.Millisecond {
		n *= 2
	}
	least := min(timed(n), timed(n), timed(n))
	return float64(least.Nanoseconds()) / float64(n)
}

// with several goroutines that do run at the same time, each its share.
func nanosecondsWith(goroutines int, run func(number, n int)) float64 {
	return nanoseconds(func(n int) {
		share := (n + goroutines - 1) / goroutines
		var all sync.WaitGroup
		for number := range goroutines {
			all.Go(func() { run(number, share) })
		}
		all.Wait()
	})
}

// memory that this process has in use, in bytes.
func memory() float64 {
	status, err := os.ReadFile("/proc/self/statm")
	if err != nil {
		return 0
	}
	pages, _ := strconv.ParseFloat(strings.Fields(string(status))[1], 64)
	return pages * 4096
}

const many = 100_000

// goroutines starts many at once; they all exist before the first may end.
func goroutines() (each, bytes float64) {
	before, start := memory(), time.Now()
	var allHere, allDone sync.WaitGroup
	mayGo := make(chan struct{})
	allHere.Add(many)
	for range many {
		allDone.Go(func() {
			allHere.Done()
			<-mayGo
		})
	}
	allHere.Wait()
	bytes = max(memory()-before, 0) / many
	close(mayGo)
	allDone.Wait()
	return float64(time.Since(start).Nanoseconds()) / many, bytes
}

func start() {
	if !wanted("start") {
		return
	}
	_, bytes := goroutines()
	report("start", "memory for each", "goroutine", bytes)
	each, _ := goroutines()
	report("start", "time for each", "goroutine", each)
}

func waitGroup() {
	if !wanted("wait_group") {
		return
	}
	const eight = 8
	report("wait_group", "no threads", "Go", nanoseconds(func(n int) {
		for range n {
			var group sync.WaitGroup
			for range eight {
				group.Add(1)
			}
			for range eight {
				group.Done()
			}
			group.Wait()
		}
	}))
	report("wait_group", "eight threads", "Go", nanoseconds(func(n int) {
		for range n {
			var group sync.WaitGroup
			for range eight {
				group.Add(1)
				go group.Done()
			}
			group.Wait()
		}
	}))
}

func mutex() {
	if !wanted("mutex") {
		return
	}
	for _, goroutines := range []int{1, 2, 4, 8} {
		row := strconv.Itoa(goroutines) + " threads"
		if goroutines == 1 {
			row = "one thread"
		}
		var mu sync.Mutex
		number := 0
		report("mutex", row, "Go", nanosecondsWith(goroutines, func(_, n int) {
			for range n {
				mu.Lock()
				number++
				mu.Unlock()
			}
		}))
	}
}

func loops() {
	if !wanted("loops") {
		return
	}
	var mu sync.Mutex
	number := 0
	report("loops", "Go", "the lock around the loop", nanosecondsWith(2, func(_, n int) {
		mu.Lock()
		for range n {
			number++
		}
		mu.Unlock()
	}))
	report("loops", "Go", "the lock inside of it", nanosecondsWith(2, func(_, n int) {
		for range n {
			mu.Lock()
			number++
			mu.Unlock()
		}
	}))
}

var sink atomic.Uint64

func read(table *[1024]uint64, length int) {
	total := uint64(0)
	for _, number := range table[:length] {
		total ^= number
	}
	if total == 1<<63 { // never; so that the loop is not left out
		sink.Store(total)
	}
}

func mixed(number, n, oneIn int, read func(), write func(at int)) {
	for i := range n {
		if (i+number*7)%oneIn == 0 {
			write(i)
		} else {
			read()
		}
	}
}

func readWrite() {
	if !wanted("read_write") {
		return
	}
	lengths := []struct {
		numbers int
		what    string
	}{{1, "a look"}, {64, "a page"}, {1024, "a book"}}
	shares := []struct {
		oneIn int
		share string
	}{{2, "50"}, {10, "90"}, {100, "99"}, {1000, "99.9"}}
	for _, length := range lengths {
		for _, share := range shares {
			row := length.what + ", " + share.share + " % reads"
			table := new([1024]uint64)
			var mu sync.Mutex
			report("read_write", row, "Go Mutex", nanosecondsWith(4, func(number, n int) {
				mixed(number, n, share.oneIn, func() {
					mu.Lock()
					read(table, length.numbers)
					mu.Unlock()
				}, func(at int) {
					mu.Lock()
					table[at%1024]++
					mu.Unlock()
				})
			}))
			var rw sync.RWMutex
			report("read_write", row, "Go RWMutex", nanosecondsWith(4, func(number, n int) {
				mixed(number, n, share.oneIn, func() {
					rw.RLock()
					read(table, length.numbers)
					rw.RUnlock()
				}, func(at int) {
					rw.Lock()
					table[at%1024]++
					rw.Unlock()
				})
			}))
		}
	}
}

func atomics() {
	if !wanted("atomics") {
		return
	}
	const four = "four threads count, in Go"
	var number atomic.Uint64
	report("atomics", "load", "Go", nanoseconds(func(n int) {
		total := uint64(0)
		for range n {
			total += number.Load()
		}
		if total == 1<<63 {
			sink.Store(total)
		}
	}))
	report("atomics", "store", "Go", nanoseconds(func(n int) {
		for i := range n {
			number.Store(uint64(i))
		}
	}))
	report("atomics", "add", "Go", nanoseconds(func(n int) {
		for range n {
			number.Add(1)
		}
	}))
	report("atomics", four, "add", nanosecondsWith(4, func(_, n int) {
		for range n {
			number.Add(1)
		}
	}))
	report("atomics", four, "compare and swap", nanosecondsWith(4, func(_, n int) {
		for range n {
			for {
				seen := number.Load()
				if number.CompareAndSwap(seen, seen+1) {
					break
				}
			}
		}
	}))
	var mu sync.Mutex
	plain := 0
	report("atomics", four, "a lock", nanosecondsWith(4, func(_, n int) {
		for range n {
			mu.Lock()
			plain++
			mu.Unlock()
		}
	}))
	type padded struct {
		atomic.Uint64
		_ [120]byte
	}
	var numbers [4]padded
	report("atomics", four, "a number each", nanosecondsWith(4, func(thread, n int) {
		for range n {
			numbers[thread].Add(1)
		}
	}))
}

// through a channel: one or more goroutines send, one receives.
func through(senders, room int) float64 {
	return nanoseconds(func(n int) {
		numbers := make(chan int, room)
		var all sync.WaitGroup
		for range senders {
			all.Go(func() {
				for i := range (n + senders - 1) / senders {
					numbers <- i
				}
			})
		}
		go func() {
			all.Wait()
			close(numbers)
		}()
		for range numbers {
		}
	})
}

func channels() {
	if !wanted("channels") {
		return
	}
	report("channels", "no room", "Go", through(1, 0))
	report("channels", "room for 128", "Go", through(1, 128))
	report("channels", "four senders, no room", "Go", through(4, 0))
	report("channels", "four senders, room for 128", "Go", through(4, 128))
}

// longestWait says how long the unluckiest of two waits for a lock that both want all the time.
func longestWait() float64 {
	const held, long = 20 * time.Microsecond, 100 * time.Millisecond
	var mu sync.Mutex
	var clerks sync.WaitGroup
	longest := make([]time.Duration, 2)
	until := time.Now().Add(long)
	for clerk := range longest {
		clerks.Go(func() {
			for time.Now().Before(until) {
				wanted := time.Now()
				mu.Lock()
				got := time.Now()
				for time.Since(got) < held {
				}
				mu.Unlock()
				longest[clerk] = max(longest[clerk], got.Sub(wanted))
			}
		})
	}
	clerks.Wait()
	return float64(max(longest[0], longest[1]).Nanoseconds())
}

func fairness() {
	if !wanted("fairness") {
		return
	}
	report("fairness", "the longest wait", "Go", longestWait())
}

func allBooks() map[int]string {
	books := make(map[int]string)
	for id := 1; id <= 10; id++ {
		books[id] = "book " + strconv.Itoa(id)
	}
	return books
}

func lookups(find func(id int) string) float64 {
	return nanosecondsWith(4, func(clerk, n int) {
		for i := range n {
			find((i+clerk)%10 + 1)
		}
	})
}

func owned() float64 {
	type request struct {
		id     int
		answer chan string
	}
	requests := make(chan request, 1024)
	defer close(requests)
	go func() {
		cache := allBooks()
		for r := range requests {
			r.answer <- cache[r.id]
		}
	}()
	return lookups(func(id int) string {
		answer := make(chan string, 1)
		requests <- request{id, answer}
		return <-answer
	})
}

func library() {
	if !wanted("library") {
		return
	}
	books := allBooks()
	var mu sync.Mutex
	report("library", "Go", "one mutex", lookups(func(id int) string {
		mu.Lock()
		defer mu.Unlock()
		return books[id]
	}))
	var rw sync.RWMutex
	report("library", "Go", "read-write lock", lookups(func(id int) string {
		rw.RLock()
		defer rw.RUnlock()
		return books[id]
	}))
	var locks [16]sync.Mutex
	report("library", "Go", "sixteen mutexes", lookups(func(id int) string {
		locks[id%16].Lock()
		defer locks[id%16].Unlock()
		return books[id]
	}))
	var shared sync.Map
	for id, book := range books {
		shared.Store(id, book)
	}
	report("library", "Go", "sync.Map", lookups(func(id int) string {
		book, _ := shared.Load(id)
		return book.(string)
	}))
	report("library", "Go", "an owner", owned())
}

type key int

func contexts() {
	if !wanted("context") {
		return
	}
	background := context.Background()
	report("context", "one that can be cancelled, and its end", "Go", nanoseconds(func(n int) {
		for range n {
			_, cancel := context.WithCancel(background)
			cancel()
		}
	}))
	report("context", "three, one below the other, and their end", "Go", nanoseconds(func(n int) {
		for range n {
			one, cancel := context.WithCancel(background)
			two, cancelTwo := context.WithCancel(one)
			_, cancelThree := context.WithCancel(two)
			cancel()
			cancelTwo()
			cancelThree()
		}
	}))
	report("context", "cancel one with a thousand below it", "Go", nanoseconds(func(n int) {
		for range (n + 999) / 1000 {
			trunk, cancel := context.WithCancel(background)
			leaves := make([]context.CancelFunc, 1000)
			for i := range leaves {
				_, leaves[i] = context.WithCancel(trunk)
			}
			cancel()
			for _, leaf := range leaves {
				leaf()
			}
		}
	}))
	live, cancel := context.WithCancel(background)
	defer cancel()
	report("context", "ask whether it is cancelled", "Go", nanoseconds(func(n int) {
		for range n {
			if live.Err() != nil {
				sink.Store(1)
			}
		}
	}))
	carrying := background
	for number := range 6 {
		carrying = context.WithValue(carrying, key(number), number)
	}
	report("context", "look up a value, five above", "Go", nanoseconds(func(n int) {
		for range n {
			if carrying.Value(key(0)) == nil {
				sink.Store(1)
			}
		}
	}))
}

// errGroup is errgroup.Group, without the limit: the module golang.org/x/sync is not in the
// standard library, and this program shall build without a download.
type errGroup struct {
	members sync.WaitGroup
	first   sync.Once
	err     error
	cancel  context.CancelCauseFunc
}

func withContext(ctx context.Context) (*errGroup, context.Context) {
	ctx, cancel := context.WithCancelCause(ctx)
	return &errGroup{cancel: cancel}, ctx
}

func (g *errGroup) Go(f func() error) {
	g.members.Go(func() {
		if err := f(); err != nil {
			g.first.Do(func() {
				g.err = err
				if g.cancel != nil {
					g.cancel(err)
				}
			})
		}
	})
}

func (g *errGroup) Wait() error {
	g.members.Wait()
	if g.cancel != nil {
		g.cancel(g.err)
	}
	return g.err
}

func errGroups() {
	if !wanted("err_group") {
		return
	}
	const eight = 8
	report("err_group", "eight that succeed", "Go", nanoseconds(func(n int) {
		for range n {
			var group errGroup
			for range eight {
				group.Go(func() error { return nil })
			}
			if group.Wait() != nil {
				panic("nobody has failed")
			}
		}
	}))
	noSuchBook := errors.New("no such book")
	report("err_group", "one that fails, and seven that wait for that", "Go", nanoseconds(func(n int) {
		for range n {
			group, ctx := withContext(context.Background())
			for range eight - 1 {
				group.Go(func() error {
					<-ctx.Done()
					return nil
				})
			}
			group.Go(func() error { return noSuchBook })
			if group.Wait() == nil {
				panic("one has failed")
			}
		}
	}))
}

func main() {
	runtime.GC()
	start()
	waitGroup()
	mutex()
	loops()
	readWrite()
	atomics()
	channels()
	fairness()
	library()
	contexts()
	errGroups()
}
