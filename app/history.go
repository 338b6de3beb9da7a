package app

import (
	h "github.com/maxence-charriere/go-app/v10/pkg/app"

	"lossline/app/scenario"
)

// history is what was settled so far, for undoing: a drag of a slider is one
// step, and so are opening a link and a preset.
type history struct {
	steps []scenario.Scenario
	at    int // the step that is on screen
}

// maxSteps is how far back one can go.
const maxSteps = 200

// commit makes s a step, unless it is the one on screen. What had been undone
// can then no longer be redone.
func (y *history) commit(s scenario.Scenario) bool {
	if len(y.steps) > 0 && y.steps[y.at] == s {
		return false
	}
	if len(y.steps) > 0 {
		y.steps = y.steps[:y.at+1]
	}
	y.steps = append(y.steps, s)
	if len(y.steps) > maxSteps {
		y.steps = y.steps[len(y.steps)-maxSteps:]
	}
	y.at = len(y.steps) - 1
	return true
}

// move goes a number of steps forwards or, where it is negative, back.
func (y *history) move(steps int) (scenario.Scenario, bool) {
	to := y.at + steps
	if to < 0 || to >= len(y.steps) {
		return scenario.Scenario{}, false
	}
	y.at = to
	return y.steps[to], true
}

// replace puts s in the place of the step on screen, which it says more of.
func (y *history) replace(s scenario.Scenario) {
	if len(y.steps) > 0 {
		y.steps[y.at] = s
	}
}

func (y *history) canUndo() bool { return y.at > 0 }
func (y *history) canRedo() bool { return y.at+1 < len(y.steps) }

// committed takes what has settled into the history, and keeps it in the
// browser once the reader has changed anything.
func (r *Root) committed() {
	if r.state.Moving() {
		return
	}
	if r.past.commit(r.state.Settled) && len(r.past.steps) > 1 {
		r.keepWork()
	}
}

// step undoes, or redoes, what was settled last.
func (r *Root) step(steps int) {
	r.browser.flush()
	if s, ok := r.past.move(steps); ok {
		r.show(s)
		r.keepWork()
	}
}

// show puts a scenario on the screen.
func (r *Root) show(s scenario.Scenario) {
	r.shorten()
	r.state, r.notices = scenario.NewState(s), nil
	r.outcome = scenario.Eval(s)
	r.writeLink()
	r.follow()
}

func (r *Root) undo() { r.step(-1) }
func (r *Root) redo() { r.step(1) }

// pressed undoes and redoes by the usual keys, but for fields of text, which
// have an undoing of their own.
func (r *Root) pressed(e h.Value) (did bool) {
	if !e.Get("ctrlKey").Truthy() && !e.Get("metaKey").Truthy() || e.Get("altKey").Truthy() {
		return false
	}
	if t := e.Get("target"); t.Truthy() && t.Get("matches").Truthy() && t.Call("matches", "input[type=text],textarea").Truthy() {
		return false
	}
	switch key := e.Get("key").String(); {
	case key == "y", key == "Z", key == "z" && e.Get("shiftKey").Truthy():
		r.redo()
	case key == "z":
		r.undo()
	default:
		return false
	}
	return true
}
