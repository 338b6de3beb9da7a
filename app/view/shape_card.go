package view

import (
	"strconv"
	"strings"

	"lossline/app/scenario"
	"lossline/app/text"
	"lossline/engine/cite"
	"lossline/engine/shape"

	h "github.com/maxence-charriere/go-app/v10/pkg/app"
)

// shapeAt is layers and width of the i-th shape, from 1.
func (c shapeContext) shapeAt(i string) string {
	n, _ := strconv.Atoi(i)
	k := c.o.Advice.Candidates[n-1]
	return c.T.Whole(k.Layers) + " × " + c.T.Whole(float64(k.Shape.Width()))
}

// whyCard is the card of a count in the list of shapes.
func (c shapeContext) whyCard() (card, bool) {
	quantity, i, _ := strings.Cut(c.State.Why, "~")
	w, ok := scenario.WhyShape(c.o, quantity, i)
	if !ok {
		return card{}, false
	}
	name := map[string]string{"params": c.s.ColTotal, "params-non-embedding": c.s.ColNonEmb, "flops": c.s.ColFLOPs, "flops-context": c.s.ColContext, "aspect-ratio": c.s.ColAspect}[quantity]
	show := c.T.Count
	switch quantity {
	case "flops", "flops-context":
		show = c.T.FLOPNumber
	case "aspect-ratio":
		show = c.T.Ratio
	}
	k := card{key: c.State.Why, result: name, value: w.Value, formulas: w.Formulas, effects: w.Effects, sure: c.T.Why.Exact}
	k.title = text.Fill(c.T.Why.Title, name, show(w.Value), c.shapeAt(i))
	note, ref, grade := c.s.WhyGPTNote, cite.Ref{Source: cite.Kaplan2020, Where: "eq. 2.1, 2.2, Table 1"}, cite.GradeA
	if c.o.Request.Family == shape.FamilyT5 {
		note, ref, grade = c.s.WhyT5Note, cite.Ref{Source: cite.Raffel2020}, cite.GradeB
	}
	k.sources = []h.UI{h.P().Text(note), c.work(ref, grade)}
	return k, true
}
