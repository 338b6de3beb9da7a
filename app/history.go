package app

import "lossline/app/scenario"

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
