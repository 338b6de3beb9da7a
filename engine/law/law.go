// Package law has the scaling laws as data: one value of type Law each, with
// its formula, coefficients, published sets of values and where they hold.
//
// To add a law write one file with one Law value and add one line to All; the
// family test then holds it to what every law must satisfy.
package law

import (
	"lossline/engine/cite"
	"lossline/engine/unit"
)

// Symbol names a coordinate of a Point in the field's notation.
type Symbol string

// The coordinates that laws read.
const (
	N Symbol = "N" // parameters
	D Symbol = "D" // training tokens
	C Symbol = "C" // training compute, FLOP
	B Symbol = "B" // tokens per batch
	S Symbol = "S" // parameter updates
	T Symbol = "T" // position of the predicted token in its context, from 1
	U Symbol = "U" // unique training tokens
	L Symbol = "L" // loss, where something else is predicted from it
)

// Output is what a law predicts.
type Output uint8

// The outputs.
const (
	OutputLoss  Output = iota // nats per token
	OutputError               // an error rate from 0 to 1
)

// Point is a place in design space. A coordinate that a law does not need is
// not read; +Inf stands for the limit.
type Point struct {
	N unit.Params
	D unit.Tokens
	C unit.FLOPs
	B unit.Tokens // per batch
	S unit.Steps
	T unit.Tokens // position in the context
	U unit.Tokens // unique ones; 0: as many as D
	L unit.Loss
}

// Get returns the coordinate named s, and 0 for an unknown symbol.
func (p Point) Get(s Symbol) float64 {
	switch s {
	case N:
		return float64(p.N)
	case D:
		return float64(p.D)
	case C:
		return float64(p.C)
	case B:
		return float64(p.B)
	case S:
		return float64(p.S)
	case T:
		return float64(p.T)
	case U:
		return float64(p.U)
	case L:
		return float64(p.L)
	}
	return 0
}

// With returns p with the coordinate named s set to v.
func (p Point) With(s Symbol, v float64) Point {
	switch s {
	case N:
		p.N = unit.Params(v)
	case D:
		p.D = unit.Tokens(v)
	case C:
		p.C = unit.FLOPs(v)
	case B:
		p.B = unit.Tokens(v)
	case S:
		p.S = unit.Steps(v)
	case T:
		p.T = unit.Tokens(v)
	case U:
		p.U = unit.Tokens(v)
	case L:
		p.L = unit.Loss(v)
	}
	return p
}

// Counting says which parameters an N counts, and with it what C = 6ND counts.
type Counting uint8

// The countings in use.
const (
	NonEmbedding Counting = iota + 1 // without embeddings, biases and norms (Kaplan et al. 2020, Table 1)
	Total                            // everything (Hoffmann et al. 2022)
)

// Coef describes one coefficient of a law. Its value is theta[i] where i is
// its index in Law.Coefs.
type Coef struct {
	Symbol  string  // as in the formula: "α_N", "N_c"
	Meaning string  // in words, with its unit
	Min     float64 // values outside Min..Max are not sensible
	Max     float64
	Log     bool    // positive, and of unknown magnitude: a fitter searches its logarithm
	Start   float64 // where a search may begin
}

// Span is the range of one coordinate over which a set was fitted.
type Span struct {
	Symbol Symbol
	Lo, Hi float64
	Grade  cite.Grade // of the range, which papers state less often than the values
}

// Interval is a range that holds a coefficient with the probability Level. The
// zero Interval stands for one that was not published.
type Interval struct{ Lo, Hi, Level float64 }

// Set is one published choice of coefficient values. Its ID, once released, is
// part of links and is never given to other values.
type Set struct {
	ID       string // "hoffmann2022.2"
	Theta    []float64
	SE       []float64  // standard errors of Theta; nil if not published
	CI       []Interval // of Theta; nil if not published
	Ref      cite.Ref
	Grade    cite.Grade
	Domain   []Span
	Counting Counting
	Note     string // what a reader must know, one or two sentences; English, translated by app/text
}

// Law is a family of functions of a Point with named coefficients.
//
// A law of losses has Loss; an allocation law, which says how a budget is to be
// divided without saying what loss follows, has only Frontier.
//
// The functions do not check their arguments: outside positive coordinates they
// give NaN or ±Inf, and they need one theta for each of Coefs. Law.Eval, Best
// and the inverses check and return errors.
type Law struct {
	ID    string // "chinchilla"
	Name  string // "Loss from parameters and tokens, additive"
	TeX   string // the formula, in the subset of TeX that app/view draws
	Ref   cite.Ref
	Needs []Symbol // which coordinates Loss or, without Loss, Frontier reads
	Coefs []Coef

	// Decreasing lists those of Needs in which the loss falls all the way, the
	// others held. In them a target loss can be solved for.
	Decreasing []Symbol

	// Output is what Loss returns: a loss unless it says otherwise.
	Output Output

	// Loss returns L(p; theta) in nats per token. Nil for allocation laws.
	Loss func(theta []float64, p Point) unit.Loss

	// Grad puts dL/dtheta into dst. Nil means that central differences do.
	Grad func(dst, theta []float64, p Point)

	// Frontier returns the best Point for the compute c under this law alone.
	// Nil means that it is found numerically, where Needs allows.
	Frontier func(theta []float64, c unit.FLOPs) Point

	// FrontierTeX is what Frontier computes as equations of its coordinates, one
	// behind the other as in TeX; D is C/(6N) where it has none of its own.
	FrontierTeX string

	Sets []Set // the first is the default
}
