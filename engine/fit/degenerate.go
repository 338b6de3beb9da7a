package fit

import "lossline/engine/law"

// degenerate reports what keeps any free coefficients from being told by the rows:
// too few, too few different places, or a target that is the same in all of them.
func (t *table) degenerate(l *law.Law, free int) error {
	if t.rows() < free {
		return fewer(InputFew, t.rows(), free)
	}
	if n := t.distinct(l, free); n < free {
		return fewer(InputDistinct, n, free)
	}
	if free < 2 || t.rows() < 2 {
		return nil // a law of one coefficient passes through equal values
	}
	for _, y := range t.y {
		if y != t.y[0] {
			return nil
		}
	}
	return wrong(InputConstant, t.y[0])
}

func fewer(code string, have, want int) error {
	e := wrong(code, float64(have))
	e.Want = float64(want)
	return e
}

// distinct counts the different places of the rows in the coordinates that l reads,
// up to enough.
func (t *table) distinct(l *law.Law, enough int) int {
	seen := map[law.Point]bool{}
	for _, p := range t.points {
		var at law.Point
		for _, s := range l.Needs {
			at = at.With(s, p.Get(s))
		}
		if at.U == 0 {
			at.U = at.D // no token is repeated
		}
		if seen[at] = true; len(seen) >= enough {
			break
		}
	}
	return len(seen)
}
