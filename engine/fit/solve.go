package fit

import (
	"context"
	"math"
	"slices"

	"lossline/engine/cite"
	"lossline/engine/dataset"
	"lossline/engine/law"
)

const (
	gradeOfRuns = cite.GradeU
	screenRows  = 500 // on how many rows starts are screened
	defaultTry  = 8   // searches
	fewTry      = 4   // of them where there are more rows than manyRows
	manyRows    = 20000
	agreement   = 1e-6 // relative
	maxSteps    = 300
)

// Fit finds the coefficients of l that minimise the objective over runs. Nil
// settings stand for the defaults. Its errors are *InputError, which names the
// run and the coordinate: a law whose coordinates the runs do not have, too few
// runs or all at the same places, losses that do not differ, values that are not positive numbers, a pinned value out of range; or
// that of ctx when it was done.
//
// Starts are screened on at most 500 rows, evenly spread; the best of them are
// searched to the end, each by itself, on all. Result.Value is that of the least
// end found.
func Fit(ctx context.Context, l *law.Law, runs []dataset.Run, s *Settings) (*Result, error) {
	set, err := settle(l, s)
	if err != nil {
		return nil, err
	}
	o := set.objective()
	t, err := newTable(ctx, l, runs, o.linear)
	if err != nil {
		return nil, err
	}
	f := newFitter(ctx, l, set, t)
	if s == nil || s.Starts <= 0 {
		f.set.Starts = defaultTry
		if t.rows() > manyRows {
			f.set.Starts = fewTry
		}
	}
	if err := t.degenerate(l, f.free()); err != nil {
		return nil, err
	}
	return f.fit(&o)
}

// settle returns s with the defaults filled in, or what is wrong with it.
func settle(l *law.Law, s *Settings) (Settings, error) {
	var out Settings
	if s != nil {
		out = *s
	}
	if l.Loss == nil || len(l.Coefs) == 0 || len(l.Coefs) > most {
		return out, wrong(InputLaw, float64(len(l.Coefs)))
	}
	switch out.Objective {
	case "":
		out.Objective = Huber
	case Huber, LAD, Squares, Linear:
	default:
		return out, wrong(InputObjective, math.NaN())
	}
	if out.Delta == 0 {
		out.Delta = DefaultDelta
	}
	if !positive(out.Delta) {
		return out, wrong(InputDelta, out.Delta)
	}
	if out.Starts <= 0 {
		out.Starts = defaultTry
	}
	out.Pinned = slices.Clone(out.Pinned)
	return out, checkPins(l, out.Pinned)
}

func checkPins(l *law.Law, pins []float64) error {
	if pins == nil {
		return nil
	}
	if len(pins) != len(l.Coefs) {
		e := wrong(InputPins, float64(len(pins)))
		e.Want = float64(len(l.Coefs))
		return e
	}
	for i, v := range pins {
		if c := &l.Coefs[i]; !math.IsNaN(v) && !(v >= c.Min && v <= c.Max) {
			e := wrong(InputPinned, v)
			e.Coef = i
			return e
		}
	}
	return nil
}

// fitter has what the searches of one fit share.
type fitter struct {
	law  *law.Law
	set  Settings
	pins vector
	all  *search
}

func newFitter(ctx context.Context, l *law.Law, set Settings, t *table) *fitter {
	f := &fitter{law: l, set: set}
	s := &search{ctx: ctx, table: t, n: len(l.Coefs)}
	for i := range l.Coefs {
		c := &l.Coefs[i]
		s.lo[i], s.hi[i] = into(c, c.Min), into(c, c.Max)
		if set.Pinned != nil && !math.IsNaN(set.Pinned[i]) {
			s.pinned[i] = true
			f.pins[i] = into(c, set.Pinned[i])
		}
	}
	s.kern = kernelFor(l, t, &s.pinned)
	f.all = s
	return f
}

// kernelFor is the fast kernel where l is a sum of powers.
func kernelFor(l *law.Law, t *table, pinned *[most]bool) kernel {
	if form := formOf(l); form != nil {
		return newTerms(form, t)
	}
	switch l {
	case law.KaplanND, law.KaplanNDFloor:
		return newOverfit(l, t)
	case law.DataConstrained:
		return newRepeated(t)
	}
	g := newGeneral(l, t)
	g.held = *pinned
	return g
}

// on is a search like f.all on other rows.
func (f *fitter) on(t *table) *search {
	s := *f.all
	s.table, s.kern = t, kernelFor(f.law, t, &s.pinned)
	return &s
}

func (f *fitter) free() int {
	n := 0
	for i := range f.all.n {
		if !f.all.pinned[i] {
			n++
		}
	}
	return n
}

// fit screens, searches and judges.
func (f *fitter) fit(o *objective) (*Result, error) {
	thin := f.all
	if f.all.table.rows() > screenRows {
		thin = f.on(f.all.table.thinned(screenRows))
	}
	starts, err := f.screen(thin, o)
	if err != nil {
		return nil, err
	}
	best := start{value: math.Inf(1)}
	var status Status
	var values []float64
	for i, st := range starts[:min(len(starts), f.set.Starts)] {
		v, how, err := f.polish(thin, o, &st.u, i)
		if err != nil {
			return nil, err
		}
		if math.IsNaN(v) || math.IsInf(v, 0) {
			continue
		}
		values = append(values, v)
		if v < best.value {
			best, status = start{st.u, v}, how
		}
	}
	if len(values) == 0 { // the law has no value anywhere near these runs
		return nil, wrong(InputLaw, math.NaN())
	}
	return f.judge(o, &best.u, best.value, status, values)
}

// polish searches from u, on the thinned rows first if there are fewer of them.
// A δ that falls from far leads all starts to the valley that the whole of the
// rows points to; one that is small from the outset finds what is near. Starts
// take turns, so that agreement means something.
func (f *fitter) polish(thin *search, o *objective, u *vector, turn int) (float64, Status, error) {
	from := thin.middle(o, u)
	for range turn % 3 {
		from *= 0.2
	}
	if thin != f.all {
		if _, _, err := thin.descend(*o, u, from, 1e-6, 100); err != nil {
			return 0, "", err
		}
		from = min(from, f.all.middle(o, u))
	}
	steps := maxSteps
	if f.all.table.rows() <= screenRows {
		steps *= 10 // where the runs say little, valleys are long and bent, and rows are cheap
	}
	return f.all.descend(*o, u, from, tight, steps)
}

// middle is half the median of the absolute residuals at u, from which δ falls;
// nothing for least squares, which have none.
func (s *search) middle(o *objective, u *vector) float64 {
	if math.IsInf(o.delta, 1) {
		return 0
	}
	r := make([]float64, s.table.rows())
	s.kern.residuals(o, s.table, u, r)
	n := 0
	every := len(r)/1000 + 1 // a thousand rows know the median well enough
	for i := 0; i < len(r); i += every {
		r[n] = math.Abs(r[i])
		n++
	}
	slices.Sort(r[:n])
	return 0.5 * r[n/2]
}
