package shape

import (
	"strconv"
	"strings"

	h "github.com/maxence-charriere/go-app/v10/pkg/app"

	"lossline/app/scenario"
	"lossline/app/text"
	"lossline/app/ui"
	"lossline/engine/cite"
	"lossline/engine/shape"
)

// shapeAt is layers and width of the i-th shape, from 1.
func (c view) shapeAt(i string) string {
	n, _ := strconv.Atoi(i)
	k := c.o.Advice.Candidates[n-1]
	return c.T.Whole(k.Layers) + " × " + c.T.Whole(float64(k.Shape.Width()))
}

// whyCard is the card of a count in the list of shapes.
func (c view) whyCard() (ui.WhyCard, bool) {
	quantity, i, _ := strings.Cut(c.State.Why, "~")
	w, ok := scenario.WhyShape(c.o, quantity, i)
	if !ok {
		return ui.WhyCard{}, false
	}
	name := map[string]string{"params": c.s.ColTotal, "params-non-embedding": c.s.ColNonEmb, "flops": c.flopsName(), "flops-context": c.s.ColContext, "aspect-ratio": c.s.ColAspect}[quantity]
	show := c.T.Count
	switch quantity {
	case "flops", "flops-context":
		show = c.T.FLOPNumber
	case "aspect-ratio":
		show = c.T.Ratio
	}
	k := ui.WhyCard{Key: c.State.Why, Result: name, Value: w.Value, Formulas: w.Formulas, Effects: w.Effects, Sure: c.T.Why.Exact}
	k.Title = text.Fill(c.T.Why.Title, name, show(w.Value), c.shapeAt(i))
	note, ref, grade := c.s.WhyGPTNote, cite.Ref{Source: cite.Kaplan2020, Where: "eq. 2.1, 2.2, Table 1"}, cite.GradeA
	if c.o.Request.Family == shape.FamilyT5 {
		note, ref, grade = c.s.WhyT5Note, cite.Ref{Source: cite.Raffel2020}, cite.GradeB
	}
	k.Sources = []h.UI{h.P().Text(note), ui.WorkCited(c.Context, ref, grade)}
	return k, true
}
