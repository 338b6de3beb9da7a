package transfer

import (
	"fmt"
	"slices"

	"lossline/engine/unit"
)

// Replication is the transfer measured for one language.
type Replication struct {
	Language  string
	Estimates []Estimate // by size and D_F
	Alpha     AlphaFit   // over all sizes
	BySize    []AlphaFit // each size alone, where it has two usable sets

	// Wider is Alpha with the first from-scratch set above the fit's D_F left
	// out at every size, so that the gap over which D_T is interpolated is one
	// set wider. How far α moves is a measure of the error that the intervals
	// leave out: Notes has GapMoves where it is more than the interval.
	Wider AlphaFit

	// The route over N*, where three sizes share at least two sets. Beta is the
	// β of the runs; Own is the route at it, nil where its interval has 0, for
	// then there is no N*; Published is the route at the β of Hernandez et al.
	Beta      *Interval
	Own       *FitOfFits
	Published *FitOfFits

	Notes []Note
}

// Replicate measures transfer in every language of runs, in alphabetical order.
// Nil settings are the defaults.
func Replicate(runs []Run, s *Settings) ([]Replication, error) {
	es, err := Estimates(runs, s)
	if err != nil {
		return nil, err
	}
	wider, err := Estimates(widen(runs, s.withDefaults().MaxDF), s)
	if err != nil {
		return nil, fmt.Errorf("with the gap widened: %w", err)
	}
	var list []Replication
	for i := 0; i < len(es); {
		j := i
		for j < len(es) && es[j].Language == es[i].Language {
			j++
		}
		r, err := replicate(es[i:j:j], wider[i:j:j])
		if err != nil {
			return nil, fmt.Errorf("%s: %w", es[i].Language, err)
		}
		list = append(list, r)
		i = j
	}
	return list, nil
}

// widen returns runs without the smallest from-scratch set above d of every
// language and size. The pre-trained runs stay, in their order.
func widen(runs []Run, d unit.Tokens) []Run {
	first := map[group]unit.Tokens{}
	for _, r := range runs {
		g := group{r.Language, r.N}
		if !r.Pretrained && r.D > d && (first[g] == 0 || r.D < first[g]) {
			first[g] = r.D
		}
	}
	return slices.DeleteFunc(slices.Clone(runs), func(r Run) bool {
		return !r.Pretrained && r.D == first[group{r.Language, r.N}]
	})
}

// replicate fits the estimates of one language.
func replicate(es, wider []Estimate) (r Replication, err error) {
	r = Replication{Language: es[0].Language, Estimates: es}
	if r.Alpha, err = FitAlpha(es); err != nil {
		return r, err
	}
	if r.Wider, err = FitAlpha(wider); err != nil {
		return r, fmt.Errorf("with the gap widened: %w", err)
	}
	if a, w := r.Alpha.Alpha, r.Wider.Alpha.Value; w < a.Lo || w > a.Hi {
		r.Notes = append(r.Notes, Note{GapMoves, ratio(w), ratio(a.Value)})
	}
	r.Alpha.Judge(es)
	for i := 0; i < len(es); {
		j := i
		for j < len(es) && es[j].N == es[i].N {
			j++
		}
		if f, err := FitAlpha(es[i:j]); err == nil {
			r.BySize = append(r.BySize, f)
		}
		i = j
	}
	r.routes()
	return r, nil
}

// routes fits the fits where the sizes allow.
func (r *Replication) routes() {
	beta, ok := CommonBeta(r.Estimates)
	if !ok {
		return
	}
	r.Beta = &beta
	if beta.Lo > 0 {
		if f, ok := FitTheFits(r.Estimates, beta.Value); ok {
			r.Own = &f
		}
	} else {
		r.Notes = append(r.Notes, Note{BetaUnclear, ratio(beta.Lo), ratio(beta.Hi)})
	}
	if f, ok := FitTheFits(r.Estimates, TextToPython().Beta); ok {
		r.Published = &f
	}
}
