package dataset

import (
	"math"
	"slices"
	"strings"
)

// suspect finds numbers that look like another unit than the one they have.
func (out *Sniffed) suspect(st []stats) {
	m := &out.Guess
	for i := range m.Columns {
		c := &m.Columns[i]
		s := st[i]
		if c.Role.kind() == 0 || s.numbers == 0 || c.Transform != AsIs {
			continue
		}
		n := Note{Code: NoteScale, Column: c.Name, Lo: s.lo, Hi: s.hi}
		hi, median := s.hi*c.scale(), s.median*c.scale()
		switch {
		case c.Role == RoleN && hi < 1e5:
			n.Scale = pick(median < 15, 1e9, 1e6)
		case c.Role == RoleD && hi < 1e6:
			n.Scale = pick(hi <= 3e4 && median < 5e3, 1e9, 1e6)
		case c.Role == RoleC && hi < 1e10 && s.lo > 12 && hi < 40 && c.Scale == 0:
			n.Code, n.Transform, n.Scale = NoteLog, Exp10, 1
		case c.Role == RoleC && hi < 1e10:
			n.Scale = out.computeScale(st)
		case c.Role == RoleLoss && median > 15:
			n.Code, n.Transform, n.Scale = NotePpl, Ln, 1
		case c.Role == RoleError && hi > 1 && hi <= 100:
			n.Scale = 0.01
		default:
			continue
		}
		out.doubt(n)
	}
}

func pick(first bool, a, b float64) float64 {
	if first {
		return a
	}
	return b
}

// computeScale is the unit in which C agrees best with 6ND, of those in use; the
// exaFLOP if there is nothing to compare with.
func (out *Sniffed) computeScale(st []stats) float64 {
	m := &out.Guess
	n, d, c := m.index(RoleN), m.index(RoleD), m.index(RoleC)
	best, off := 1e18, math.Inf(1)
	if n < 0 || d < 0 {
		return best
	}
	for _, unit := range [...]float64{1e9, 1e12, 1e15, 1e18, 1e21, 8.64e19} {
		want := 6 * st[n].median * m.Columns[n].scale() * st[d].median * m.Columns[d].scale()
		if e := math.Abs(math.Log(st[c].median * unit / want)); e < off {
			best, off = unit, e
		}
	}
	return best
}

// judge says what is missing.
func (out *Sniffed) judge(guesses []guess) {
	m := &out.Guess
	if !m.has(RoleLoss) && !m.has(RoleError) {
		out.doubt(Note{Code: NoteNoLoss})
	}
	if !m.has(RoleN) && !m.has(RoleD) && !m.has(RoleC) && !m.has(RoleS) && !(m.has(RoleLoss) && m.has(RoleError)) {
		out.doubt(Note{Code: NoteNoPlace})
	}
	for i, g := range guesses {
		if g.role != RoleNone || g.note == "" {
			continue
		}
		n := Note{Code: g.note, Column: m.Columns[i].Name}
		switch {
		case g.note == NoteBitsByte && m.has(RoleLoss), g.note == NoteBatch && m.has(RoleB), g.note == NoteEpochs && m.has(RoleU):
		default:
			out.note(n)
		}
	}
	for _, n := range out.Notes {
		if n.Code == NoteComma || n.Code == NoteEncoding {
			out.Sure = false
		}
	}
}

// wide recognises the export of a chart: a column of steps or tokens, and one for
// each run, called "run - metric".
func (out *Sniffed) wide(guesses []guess) bool {
	m := &out.Guess
	var losses, steps []int
	for i := range m.Columns {
		run, metric, ok := strings.Cut(m.Columns[i].Name, " - ")
		g := nameGuess(metric, "")
		switch {
		case ok && g.role == RoleLoss && g.note == "":
			losses = append(losses, i)
			guesses[i] = g
			m.Columns[i].Run = run
		case (guesses[i].role == RoleS || guesses[i].role == RoleD) && !ok:
			steps = append(steps, i)
		}
	}
	losses = slices.DeleteFunc(losses, func(i int) bool { // the band around the line; a loss that is not the best one
		c := &m.Columns[i]
		drop := strings.HasSuffix(c.Name, "__MIN") || strings.HasSuffix(c.Name, "__MAX")
		for _, j := range losses {
			drop = drop || m.Columns[j].Run == c.Run && j != i && guesses[j].rank > guesses[i].rank
		}
		return drop
	})
	for i := range m.Columns {
		if !slices.Contains(losses, i) {
			m.Columns[i].Run = ""
		}
	}
	if len(losses) == 0 || len(steps) != 1 {
		return false
	}
	m.Wide = true
	m.Columns[steps[0]].Role, m.Columns[steps[0]].Reason = guesses[steps[0]].role, ReasonName
	for _, i := range losses {
		m.Columns[i].Role, m.Columns[i].Reason = RoleLoss, ReasonPart
	}
	out.doubt(Note{Code: NoteWide})
	return true
}
