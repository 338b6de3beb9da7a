package worker

import (
	"errors"
	"reflect"
	"testing"

	"lossline/app/job"
)

// What keeps a file or a worker from being there is an error with a code of its own,
// and never what a browser calls it.
func TestUnfetched(t *testing.T) {
	for why, want := range map[string]*job.Error{
		"404":             {Code: "fetch-status", Args: []string{"gadre", "404"}},
		"changed":         {Code: "fetch-changed", Args: []string{"gadre"}},
		"gone":            {Code: "fetch", Args: []string{"gadre"}},
		"Failed to fetch": {Code: "fetch", Args: []string{"gadre"}},
	} {
		code, args := unfetched("gadre", why)
		if got := (&job.Error{Code: code, Args: args}); !reflect.DeepEqual(got, want) {
			t.Errorf("%s: %+v, want %+v", why, got, want)
		}
	}
	c := New(Options{Workers: 1})
	defer c.Close()
	c.open = func(hear func(event)) (link, error) { return broken{hear}, nil }
	h := listen()
	c.Run(fitOfEpoch, h.tell, h.done)
	if got := h.wait(t)[0].Error; got == nil || got.Code != "engine" {
		t.Errorf("an engine that did not load is %+v", got)
	}
	c.open = func(func(event)) (link, error) { return nil, errors.New("no room") }
	h = listen()
	c.Run(fitOfEpoch, h.tell, h.done)
	if got := h.wait(t)[0].Error; got == nil || got.Code != "worker" {
		t.Errorf("no worker at all is %+v", got)
	}
}

// broken is a worker whose binary did not load.
type broken struct{ hear func(event) }

func (b broken) put(string, parcel) {}
func (b broken) do(job.Request, []parcel) {
	go b.hear(event{kind: died, code: "engine", err: "Failed to fetch"})
}
func (b broken) close() {}
