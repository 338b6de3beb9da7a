package ui

import (
	"time"

	h "github.com/maxence-charriere/go-app/v10/pkg/app"
)

// start is the making of the page behind the static one, in the browser only.
var start struct {
	on    bool
	turn  chan struct{} // has one when the browser has had its turn
	port  h.Value       // asks for it
	since time.Time     // the last turn
	then  []func()      // what waits until the page is shown
}

// breath is how long the page is made in one piece. Google's measures of a page call
// a task long from 50 ms on a phone, which is four times as slow as a desk's machine.
const breath = 5 * time.Millisecond

// Start says that the page is being made and not shown yet. From now on Breathe lets
// the browser answer in between.
func Start() {
	channel := h.Window().Get("MessageChannel").New()
	start.turn = make(chan struct{}, 1)
	start.port = channel.Get("port2")
	channel.Get("port1").Set("onmessage", h.FuncOf(func(h.Value, []h.Value) any {
		start.turn <- struct{}{}
		return nil
	}))
	start.on = true
	rest()
}

// Breathe gives the browser a turn if the page has been made for a while in one
// piece: it is called within whatever draws, many times. A message rather than a
// timer, which browsers slow down. Once the page is shown it does nothing.
func Breathe() {
	if start.on && time.Since(start.since) > breath {
		rest()
	}
}

// rest gives the browser a turn.
func rest() {
	start.port.Call("postMessage", nil)
	<-start.turn
	start.since = time.Now()
}

// Shown does f once the page is shown, such as scrolling to something on it.
func Shown(f func()) {
	if start.on {
		start.then = append(start.then, f)
		return
	}
	f()
}

// Started says that the page is shown, and does what waits for that.
func Started() {
	start.on = false
	for _, f := range start.then {
		f()
	}
	start.then = nil
}
