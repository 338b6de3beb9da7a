package worker

import (
	"errors"
	"fmt"
	"reflect"
	"sync"
	"testing"
	"time"

	"lossline/app/job"
)

var fitOfEpoch = job.Request{Op: job.OpFit, Data: "chinchilla-epoch", Law: "chinchilla", Bootstrap: 40, Seed: 1}

// heard collects what a run says.
type heard struct {
	sync.Mutex
	replies  []job.Reply
	finals   []bool
	progress [][2]int
	end      chan struct{}
}

func listen() *heard { return &heard{end: make(chan struct{})} }

func (h *heard) tell(done, total int) {
	h.Lock()
	defer h.Unlock()
	h.progress = append(h.progress, [2]int{done, total})
}

func (h *heard) done(r job.Reply, final bool) {
	h.Lock()
	defer h.Unlock()
	h.replies, h.finals = append(h.replies, r), append(h.finals, final)
	if final {
		close(h.end)
	}
}

func (h *heard) wait(t *testing.T) []job.Reply {
	t.Helper()
	select {
	case <-h.end:
	case <-time.After(time.Minute):
		t.Fatal("no last reply")
	}
	h.Lock()
	defer h.Unlock()
	return h.replies
}

// However many workers there are, the last reply is that of the plain function
// on the whole request, and the first one that without the bootstrap.
func TestPoolSizeDoesNotMatter(t *testing.T) {
	whole, err := job.Do(t.Context(), fitOfEpoch)
	if err != nil {
		t.Fatal(err)
	}
	alone, err := job.Do(t.Context(), job.First(fitOfEpoch))
	if err != nil {
		t.Fatal(err)
	}
	for _, n := range []int{1, 2, 3, 7} {
		c := New(Options{Workers: n})
		h := listen()
		c.Run(fitOfEpoch, h.tell, h.done)
		got := h.wait(t)
		c.Close()
		if len(got) != 2 || h.finals[0] || !h.finals[1] {
			t.Fatalf("%d workers: %d replies, final %v", n, len(got), h.finals)
		}
		if string(job.Encode(got[0])) != string(job.Encode(alone)) {
			t.Errorf("%d workers: the first reply is not the fit alone", n)
		}
		if string(job.Encode(got[1])) != string(job.Encode(whole)) {
			t.Errorf("%d workers: the last reply is not that of the whole request", n)
		}
		last := h.progress[len(h.progress)-1]
		if last != [2]int{40, 40} {
			t.Errorf("%d workers: the last progress is %v", n, last)
		}
	}
}

// Requests are begun in the order in which they were asked.
func TestOrder(t *testing.T) {
	c := New(Options{Workers: 1})
	defer c.Close()
	var mu sync.Mutex
	var order []int
	var all sync.WaitGroup
	for i := range 20 {
		all.Add(1)
		c.Run(job.Request{Op: job.OpPlan, Set: "besiroglu2024.1", Budget: 1e20, Gen: i}, nil, func(r job.Reply, _ bool) {
			mu.Lock()
			order = append(order, r.Gen)
			mu.Unlock()
			all.Done()
		})
	}
	all.Wait()
	for i, gen := range order {
		if i != gen {
			t.Fatalf("replies in the order %v", order)
		}
	}
}

// After cancel nothing is called, whatever was under way, and the pool goes on.
func TestCancel(t *testing.T) {
	c := New(Options{Workers: 2})
	defer c.Close()
	r := fitOfEpoch
	r.Bootstrap = job.MaxBootstrap
	begun := make(chan struct{}, 1000)
	var mu sync.Mutex
	after, cancelled := 0, false
	count := func() {
		mu.Lock()
		defer mu.Unlock()
		if cancelled {
			after++
		}
	}
	cancel := c.Run(r, func(int, int) {
		count()
		select {
		case begun <- struct{}{}:
		default:
		}
	}, func(job.Reply, bool) { count() })
	waiting := c.Run(job.Request{Op: job.OpFit, Data: "gadre"}, nil, func(job.Reply, bool) { count() })
	<-begun // the bootstrap is running
	waiting()
	cancel()
	mu.Lock()
	cancelled = true
	mu.Unlock()
	cancel()
	h := listen()
	c.Run(fitOfEpoch, h.tell, h.done)
	if got := h.wait(t); got[len(got)-1].Error != nil {
		t.Errorf("after a cancelled run: %v", got[len(got)-1].Error)
	}
	mu.Lock()
	defer mu.Unlock()
	// What had passed the check when cancel was called may still come, no more.
	if after > 2 {
		t.Errorf("%d calls after cancel", after)
	}
}

// Where callbacks are dispatched to one goroutine, as on a page, cancel on that
// goroutine is the end: also of replies that are already on their way.
func TestNothingAfterCancelOnThePage(t *testing.T) {
	page := make(chan func(), 1000)
	c := New(Options{Workers: 1, Dispatch: func(f func()) { page <- f }})
	defer c.Close()
	cancel := c.Run(job.Request{Op: job.OpPlan, Set: "besiroglu2024.1", Budget: 1e20}, nil, func(job.Reply, bool) {
		t.Error("called after cancel")
	})
	onItsWay := <-page
	cancel()
	onItsWay()
}

// A table is put once for each worker that needs it, the latest one.
func TestPut(t *testing.T) {
	c := New(Options{Workers: 2})
	defer c.Close()
	ask := func() job.Reply {
		h := listen()
		c.Run(job.Request{Op: job.OpRead, Data: "own"}, nil, h.done)
		return h.wait(t)[0]
	}
	if r := ask(); r.Error == nil || r.Error.Code != "no-data" {
		t.Errorf("before any table: %+v", r.Error)
	}
	c.Put("own", "N,D,loss\n1e9,2e10,2.5\n")
	if r := ask(); r.Error != nil || r.Read.Kept != 1 {
		t.Errorf("one row: %+v", r)
	}
	c.Put("own", []byte("N,D,loss\n1e9,2e10,2.5\n2e9,2e10,2.4\n"))
	if r := ask(); r.Error != nil || r.Read.Kept != 2 {
		t.Errorf("two rows: %+v", r)
	}
	c.Put("own", 3.5)
	if r := ask(); r.Error == nil || r.Error.Code != "file-no-text" {
		t.Errorf("a number is taken for a table: %+v", r.Read)
	}
}

// mortal is a worker that dies of its first request.
type mortal struct{ hear func(event) }

func (m mortal) put(string, parcel)       {}
func (m mortal) do(job.Request, []parcel) { go m.hear(event{kind: died, err: "out of memory"}) }
func (m mortal) close()                   {}

// A worker that dies is an error of the request that it was at, and the next
// request has another.
func TestWorkerDies(t *testing.T) {
	c := New(Options{Workers: 2})
	defer c.Close()
	good := c.open
	c.open = func(hear func(event)) (link, error) { return mortal{hear}, nil }
	h := listen()
	c.Run(fitOfEpoch, h.tell, h.done)
	want := &job.Error{Code: "worker", Message: "out of memory"}
	if got := h.wait(t); len(got) != 1 || !reflect.DeepEqual(got[0].Error, want) {
		t.Errorf("%+v, want the error %v", got, want)
	}
	c.open = func(func(event)) (link, error) { return nil, errors.New("no room") }
	h = listen()
	c.Run(fitOfEpoch, h.tell, h.done)
	if got := h.wait(t); got[0].Error == nil || got[0].Error.Message != "no room" {
		t.Errorf("%+v, want no room", got[0])
	}
	c.open = good
	h = listen()
	c.Run(fitOfEpoch, h.tell, h.done)
	if got := h.wait(t); got[len(got)-1].Error != nil {
		t.Errorf("after a worker that died: %v", got[len(got)-1].Error)
	}
}

// One part that dies ends the bootstrap with one error.
func TestPartDies(t *testing.T) {
	c := New(Options{Workers: 3})
	defer c.Close()
	good := c.open
	n := 0
	c.open = func(hear func(event)) (link, error) {
		if n++; n == 2 {
			return mortal{hear}, nil
		}
		return good(hear)
	}
	h := listen()
	c.Run(fitOfEpoch, h.tell, h.done)
	got := h.wait(t)
	if len(got) != 2 || got[1].Error == nil || got[1].Error.Code != "worker" {
		t.Fatalf("%d replies, the last %+v", len(got), got[len(got)-1].Error)
	}
}

// Approaches 1 and 2 have intervals of their own: no bootstrap, one reply.
func TestApproachHasNoBootstrap(t *testing.T) {
	c := New(Options{Workers: 2})
	defer c.Close()
	h := listen()
	c.Run(job.Request{Op: job.OpFit, Data: "porian-isoflops", Law: "isoflop", Bootstrap: 100}, h.tell, h.done)
	if got := h.wait(t); len(got) != 1 || got[0].Fit == nil || got[0].Fit.Approach == nil {
		t.Errorf("%d replies: %+v", len(got), got[0].Error)
	}
}

func Example() {
	c := New(Options{Workers: 1})
	defer c.Close()
	c.Put("own", "N,D,loss\n1e9,2e10,2.5\n2e9,4e10,2.3\n")
	end := make(chan bool)
	c.Run(job.Request{Op: job.OpRead, Data: "own"}, nil, func(r job.Reply, final bool) {
		fmt.Println(r.Read.Kept, r.Read.Has)
		end <- final
	})
	<-end
	// Output: 2 [N D C loss]
}
