package shape

import (
	h "github.com/maxence-charriere/go-app/v10/pkg/app"

	"lossline/app/scenario"
	"lossline/app/text"
	"lossline/app/ui"
	"lossline/engine/shape"
)

// own is the count of one shape, operation by operation.
func own(c view) h.UI {
	o, s := c.o.Own, c.s
	body := []h.UI{
		h.H2().Text(s.OwnTitle),
		h.Div().Class("fields").Body(ownFields(c)...),
	}
	if _, ok := c.o.Own.Preset.Shape.(shape.GPT); ok {
		body = append(body, ownParts(c))
	}
	switch {
	case o.Err != nil:
		body = append(body, h.P().Class("error").Role("alert").ID("own-error").Text(c.T.ShapeError(o.Err)))
	case o.Shape != nil:
		body = append(body, h.Div().Class(c.Stale()).Body(operations(c)), h.P().Class("note").Text(ownSaid(c)))
	}
	return h.Section().ID("own").Class("stack").Body(body...)
}

func ownFields(c view) []h.UI {
	s := c.s
	names := ui.Labels{scenario.ShapeAdvised: s.PresetAdvised}
	for _, p := range shape.Presets() {
		names[p.ID] = p.Name
	}
	out := []h.UI{c.Choice(scenario.ShapePresetKey, "preset", s.Preset, s.OwnHelp, names)}
	add := func(f scenario.Field, label string, usual int) {
		out = append(out, c.number(f, "own-"+string(f), label, "", c.T.Whole(float64(usual)), ""))
	}
	switch p := c.o.Own.Preset.Shape.(type) {
	case shape.GPT:
		add(scenario.FieldOwnLayers, s.OwnLayers, p.Layers)
		add(scenario.FieldOwnWidth, s.OwnWidth, p.DModel)
		add(scenario.FieldOwnHeads, s.OwnHeads, p.Heads)
		add(scenario.FieldOwnKV, s.OwnKV, p.KVHeads)
		add(scenario.FieldOwnHeadDim, s.OwnHeadDim, p.HeadDim)
		add(scenario.FieldOwnFF, s.OwnFF, p.DFF)
		add(scenario.FieldOwnVocab, s.OwnVocab, p.Vocab)
		add(scenario.FieldOwnContext, s.OwnContext, p.ContextLength)
	case shape.T5:
		add(scenario.FieldOwnLayers, s.OwnEncoder, p.EncoderLayers)
		add(scenario.FieldOwnDecoder, s.OwnDecoder, p.DecoderLayers)
		add(scenario.FieldOwnWidth, s.OwnWidth, p.DModel)
		add(scenario.FieldOwnHeads, s.OwnHeads, p.Heads)
		add(scenario.FieldOwnHeadDim, s.OwnHeadDim, p.DKV)
		add(scenario.FieldOwnFF, s.OwnFF, p.DFF)
		add(scenario.FieldOwnVocab, s.OwnVocab, p.Vocab)
		add(scenario.FieldOwnContext, s.OwnInputs, p.Inputs)
	}
	return out
}

// ownParts are the parts of a decoder that its sizes do not say.
func ownParts(c view) h.UI {
	s := c.s
	one := func(key, label string, names ui.Labels) h.UI {
		names[scenario.ShapeAsPreset] = s.AsPreset
		return c.Choice(key, "own-"+key, label, "", names)
	}
	return h.Details().ID("own-parts").Body(
		h.Summary().Text(s.OwnParts),
		h.Div().Class("fields").Body(
			one(scenario.OwnBiasesKey, s.Biases, ui.Labels{"none": s.Without, "qkv": s.BiasQKV, "all": s.BiasAll, "norms": s.BiasNorms}),
			one(scenario.OwnNormsKey, s.NormsOf, ui.Labels{"1": s.NormsOne, "2": "2", "4": "4"}),
			one(scenario.OwnQKKey, s.QKNorm, ui.Labels{"none": s.Without, "head": s.QKHead, "all": s.QKWhole}),
			one(scenario.OwnFFKey, s.FeedForward, ui.Labels{"gated": s.FFGated, "plain": s.FFPlain}),
			one(scenario.OwnHeadKey, s.Head, ui.Labels{"own": s.HeadOwn, "tied": s.HeadTied}),
			c.number(scenario.FieldOwnWindow, "own-showin", s.Window, "", s.AsPreset, ""),
			one(scenario.OwnGlobalKey, s.Global, ui.Labels{"none": s.Without, "2": text.Fill(s.GlobalOf, "2"), "4": text.Fill(s.GlobalOf, "4"), "6": text.Fill(s.GlobalOf, "6")}),
		),
	)
}

// operations is Kaplan et al. (2020), Table 1, with what that table leaves out.
func operations(c view) h.UI {
	s, n, f := c.s, c.o.Own.Count, c.o.Own.Forward
	var rows []h.UI
	row := func(name, key string, params int64, flops float64, sum bool) {
		if params == 0 && flops == 0 {
			return // not in this architecture
		}
		tr := h.Tr().DataSet("op", key).Body(
			h.Th().Scope("row").Class("words").Text(name),
			orNothing(c, s.ColParams, "params", key, float64(params), c.T.Whole),
			orNothing(c, s.ColForward, "flops", key, flops, c.T.FLOPNumber),
		)
		if sum {
			tr = tr.Class("head")
		}
		rows = append(rows, tr)
	}
	row(s.OpQKV, "qkv", n.QKV, float64(f.QKV), false)
	row(s.OpContext, "context", 0, float64(f.Context), false)
	row(s.OpProject, "project", n.Project, float64(f.Project), false)
	row(s.OpFF, "ff", n.FeedForward, float64(f.FeedForward), false)
	row(s.OpNonEmb, "non-embedding", int64(n.NonEmbedding()), float64(f.NonEmbedding()), true)
	row(s.OpEmbed, "embed", n.Embed, float64(f.Embed), false)
	row(s.OpPositions, "positions", n.Positions, 0, false)
	row(s.OpBiases, "biases", n.Biases, 0, false)
	row(s.OpNorms, "norms", n.Norms, 0, false)
	row(s.OpDeembed, "deembed", n.Deembed, float64(f.Deembed), false)
	row(s.OpAll, "all", int64(n.Total()), float64(f.Total()), true)
	return h.Div().Class("scroll").TabIndex(0).Role("region").Attr("aria-label", s.OwnTable).Body(
		h.Table().ID("operations").Body(
			h.Caption().Text(s.OwnTable),
			h.THead().Body(h.Tr().Body(ui.ColHead(s.ColOperation), ui.ColHead(s.ColParams), ui.ColHead(s.ColForward))),
			h.TBody().Body(rows...),
		),
	)
}

// orNothing is a cell with a number, empty where it is zero.
func orNothing(c view, label, quantity, law string, v float64, show func(float64) string) h.UI {
	if v == 0 {
		return h.Td()
	}
	return ui.Cell(label, ui.Num(ui.Exact(v), quantity, law, show(v)))
}

func ownSaid(c view) string {
	o, bytes := c.o.Own, c.o.Request.BytesPerParam
	said := text.Fill(c.s.OwnState, c.T.Memory(float64(o.Count.Total())*bytes), c.T.Whole(bytes), c.T.Whole(float64(o.Shape.KVCache())))
	if o.Preset.Stored != 0 && !o.Changed {
		said += c.T.SentenceSep + text.Fill(c.s.OwnStored, o.Preset.Name, c.T.Whole(float64(o.Preset.Stored)))
	}
	return said
}
