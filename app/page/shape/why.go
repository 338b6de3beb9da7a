package shape

import (
	h "github.com/maxence-charriere/go-app/v10/pkg/app"

	"lossline/app/mathml"
	"lossline/engine/cite"
	"lossline/engine/shape"
)

// The formulas of the page, in TeX.
const (
	texGPT   = `N=n_{\text{layer}}\left[d_{\text{model}}(d_{\text{attn}}+2d_{\text{kv}})+d_{\text{attn}}d_{\text{model}}+2d_{\text{model}}d_{\text{ff}}\right]`
	texT5    = `P=Vd+n_e(4di+2dd_{\text{ff}}+2d)+n_d(8di+2dd_{\text{ff}}+3d)+2d+64h`
	texFLOPs = `C_{\text{forward}}=2N+2n_{\text{layer}}n_{\text{ctx}}d_{\text{attn}}`
)

// whyShape is where counts and ranking come from.
func whyShape(c view) h.UI {
	s := c.s
	rule := whyPart(c, "rule", s.WhyRule, "", s.WhyTuned, cite.GradeA, cite.Ref{Source: cite.Tay2021, Where: "section 4.4"})
	if c.o.Request.Purpose == shape.PretrainingLoss {
		rule = whyPart(c, "rule", s.WhyRule, "", s.WhyFlat, cite.GradeA, cite.Ref{Source: cite.Kaplan2020, Where: "Figure 5"},
			cite.Ref{Source: cite.Tay2021, Where: "section 4.4"})
	}
	kaplan := cite.Ref{Source: cite.Kaplan2020, Where: "eq. 2.1, 2.2, Table 1"}
	if c.o.Request.Family == shape.FamilyGPT {
		rule = whyPart(c, "rule", s.WhyRule, "", s.WhyLadder, cite.GradeB, cite.Ref{Source: cite.Decoders, Where: "config.json"}, cite.Ref{Source: cite.McLeish2025})
	}
	return h.Section().ID("why").Body(
		h.H2().Text(c.T.WhyTitle),
		rule,
		whyPart(c, "gpt", s.WhyGPT, texGPT, s.WhyGPTNote, cite.GradeA, kaplan),
		whyPart(c, "t5", s.WhyT5, texT5, s.WhyT5Note, cite.GradeB, cite.Ref{Source: cite.Tay2021, Where: "Table 2"}, cite.Ref{Source: cite.Raffel2020}),
		whyPart(c, "flops", s.WhyFLOPs, texFLOPs, s.WhyFLOPsNote, cite.GradeA, kaplan),
	)
}

func whyPart(c view, id, title, tex, note string, g cite.Grade, refs ...cite.Ref) h.UI {
	var body []h.UI
	if tex != "" {
		formula, err := mathml.From(tex, true)
		if err != nil { // a test reads them
			formula = "<span>" + mathml.Escape(tex) + "</span>"
		}
		body = append(body, h.Div().Class("formula").TabIndex(0).Role("region").Attr("aria-label", title).Body(h.Raw(formula)))
	}
	body = append(body, h.P().Text(note))
	for _, r := range refs {
		body = append(body, source(c, r, g))
	}
	return h.Details().Class("why").ID("why-"+id).Body(
		h.Summary().Text(title),
		h.Div().Class("body").Body(body...),
	)
}
