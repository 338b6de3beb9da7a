package transfer

import (
	"math"

	"lossline/engine/cite"
	"lossline/engine/law"
	"lossline/engine/unit"
)

// CharsPerToken is how many characters one token stands for, an assumption
// about a tokenizer and a text that is always shown and can be changed.
type CharsPerToken float64

// WebText2Chars is the mean of the GPT-2 tokenizer on WebText2 (Kaplan et al.
// 2020, footnote 7). Code and other languages have other values.
const WebText2Chars CharsPerToken = 4.3

// Chars returns the characters in t tokens.
func (c CharsPerToken) Chars(t unit.Tokens) unit.Chars { return unit.Chars(float64(t) * float64(c)) }

// Tokens returns the tokens in d characters.
func (c CharsPerToken) Tokens(d unit.Chars) unit.Tokens {
	return unit.Tokens(float64(d) / float64(c))
}

// Scratch is the from-scratch law of the target distribution: the test loss of
// a model of size n, trained from a random start on d characters to its best.
type Scratch interface {
	// Loss returns L(n, d) in nats/token, falling in both. d = +Inf is the limit.
	Loss(n unit.Params, d unit.Chars) unit.Loss

	// Data returns the d at which Loss is l, and +Inf where no data reaches it:
	// l ≤ L(n, ∞).
	Data(n unit.Params, l unit.Loss) unit.Chars

	// About says what the law rests on.
	About() About
}

// About is what must be told with every number that a Scratch gives.
type About struct {
	ID            string
	Ref           cite.Ref
	Grade         cite.Grade
	Placeholder   bool          // not fitted to the target: losses show the shape, not the level
	Counting      law.Counting  // what its N counts
	CharsPerToken CharsPerToken // assumed to turn its tokens into characters; 0: no assumption
	N             Range         // where it was fitted, parameters
	D             Range         // where it was fitted, characters
}

// DataUnit is what a Base counts its data in.
type DataUnit uint8

// The units of data.
const (
	InChars DataUnit = iota + 1
	InTokens
)

// Base is a from-scratch law in the form of Kaplan et al. 2020, eq. 1.5, which
// is the one that the unified law of Hernandez et al. 2021, eq. 6.1, builds on:
//
//	L(N,D) = [(N_C/N)^(α_N/α_D) + D_C/D]^α_D
type Base struct {
	ID             string
	AlphaN, AlphaD float64
	NC             unit.Params
	DC             float64       // in Unit
	Unit           DataUnit      // of DC and D
	CharsPerToken  CharsPerToken // read where Unit is InTokens
	Counting       law.Counting
	N, D           Range // where it was fitted
	Ref            cite.Ref
	Grade          cite.Grade
	Placeholder    bool
}

var _ Scratch = Base{}

// WebText2 is the placeholder: Kaplan's L(N,D) of English web text, in tokens,
// turned into characters with c (0: WebText2Chars). Hernandez et al. publish no
// from-scratch constants for Python and judged the fit of this form to it too
// poor (appendix E), so losses from it show the shape and not the level.
func WebText2(c CharsPerToken) Base {
	if c == 0 {
		c = WebText2Chars
	}
	return Base{
		ID:     "kaplan2020.nd.1", // the set of the same values in package law
		AlphaN: 0.076, AlphaD: 0.103, NC: 6.4e13, DC: 1.8e13,
		Unit: InTokens, CharsPerToken: c, Counting: law.NonEmbedding,
		N: Range{768, 1.5e9}, D: Range{22e6, 23e9},
		Ref:   cite.Ref{Source: cite.Kaplan2020, Where: "eq. 1.5, Table 2"},
		Grade: cite.GradeA, Placeholder: true,
	}
}

// Check returns an error that names the first field of b that makes no law.
func (b Base) Check() error {
	for _, f := range []struct {
		name string
		v    float64
	}{{"α_N", b.AlphaN}, {"α_D", b.AlphaD}, {"N_C", float64(b.NC)}, {"D_C", b.DC}} {
		if err := need(f.name, f.v); err != nil {
			return err
		}
	}
	switch b.Unit {
	case InChars:
		return nil
	case InTokens:
		return need("characters per token", float64(b.CharsPerToken))
	}
	return &InputError{"unit of D_C", float64(b.Unit), "characters or tokens"}
}

// chars is how many characters one of b's units of data has.
func (b Base) chars() float64 {
	if b.Unit == InTokens {
		return float64(b.CharsPerToken)
	}
	return 1
}

// sizeTerm is (N_C/N)^(α_N/α_D).
func (b Base) sizeTerm(n unit.Params) float64 {
	if !positive(float64(n)) {
		return math.NaN()
	}
	return math.Pow(float64(b.NC/n), b.AlphaN/b.AlphaD)
}

// Loss returns L(n, d); see Scratch.
func (b Base) Loss(n unit.Params, d unit.Chars) unit.Loss {
	if !(d > 0) {
		return unit.Loss(math.NaN())
	}
	return unit.Loss(math.Pow(b.sizeTerm(n)+b.DC*b.chars()/float64(d), b.AlphaD))
}

// Data returns D = D_C / [L^(1/α_D) − (N_C/N)^(α_N/α_D)]; see Scratch.
func (b Base) Data(n unit.Params, l unit.Loss) unit.Chars {
	if !positive(float64(l)) {
		return unit.Chars(math.NaN())
	}
	rest := math.Pow(float64(l), 1/b.AlphaD) - b.sizeTerm(n)
	if rest <= 0 {
		return unit.Chars(math.Inf(1))
	}
	return unit.Chars(b.DC * b.chars() / rest)
}

// About says what b rests on.
func (b Base) About() About {
	a := About{
		ID: b.ID, Ref: b.Ref, Grade: b.Grade, Placeholder: b.Placeholder, Counting: b.Counting,
		N: b.N, D: Range{b.D.Lo * b.chars(), b.D.Hi * b.chars()},
	}
	if b.Unit == InTokens {
		a.CharsPerToken = b.CharsPerToken
	}
	return a
}
