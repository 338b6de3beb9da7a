package scenario

import (
	"math"
	"slices"
	"sync"

	"lossline/engine/transfer"
	"lossline/engine/unit"
)

// KimRuns are some of the runs of one language: how many, and over what.
type KimRuns struct {
	Runs  int
	DF, N Range // 0 and 0 where there are none
}

// KimLanguage is the law of transfer measured in one language.
type KimLanguage struct {
	transfer.Replication
	By map[transfer.Verdict]KimRuns
}

// KimOutcome is the law measured on the runs of Kim 2021.
type KimOutcome struct {
	Languages []KimLanguage

	// The runs that were worth less than their own data, which no D_T > 0 has.
	Hurt       int
	HurtFrom   unit.Tokens
	HurtWithin []string // languages
}

// Kim measures the law on the runs of Kim 2021, once: it depends on nothing that
// a person chooses.
var Kim = sync.OnceValue(func() (o KimOutcome) {
	runs, err := transfer.ParseKim(transfer.KimCSV())
	if err != nil { // a test reads the table
		return o
	}
	rs, err := transfer.Replicate(runs, nil)
	if err != nil {
		return o
	}
	for _, r := range rs {
		o.Languages = append(o.Languages, KimLanguage{r, byVerdict(r.Estimates)})
		o.countHurt(r)
	}
	return o
})

func (o *KimOutcome) countHurt(r transfer.Replication) {
	for _, e := range r.Estimates {
		if !e.Has(transfer.PretrainingHurts) {
			continue
		}
		if o.Hurt == 0 || e.D < o.HurtFrom {
			o.HurtFrom = e.D
		}
		o.Hurt++
		if !slices.Contains(o.HurtWithin, r.Language) {
			o.HurtWithin = append(o.HurtWithin, r.Language)
		}
	}
}

func byVerdict(es []transfer.Estimate) map[transfer.Verdict]KimRuns {
	by := map[transfer.Verdict]KimRuns{}
	for _, e := range es {
		r, ok := by[e.Verdict()]
		if !ok {
			r.DF, r.N = Range{math.Inf(1), 0}, Range{math.Inf(1), 0}
		}
		r.Runs++
		r.DF.Lo, r.DF.Hi = min(r.DF.Lo, float64(e.D)), max(r.DF.Hi, float64(e.D))
		r.N.Lo, r.N.Hi = min(r.N.Lo, float64(e.N)), max(r.N.Hi, float64(e.N))
		by[e.Verdict()] = r
	}
	return by
}
