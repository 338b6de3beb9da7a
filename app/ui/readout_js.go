package ui

import (
	"syscall/js"

	"lossline/app/chart"
)

// probes are the figures on the page by the id of their element.
var probes map[string]*chart.Probe

// answer has a figure answer to the page's script, and tells it of a figure that
// was drawn anew while it is being read.
func answer(id string, p *chart.Probe) {
	if probes == nil {
		probes = map[string]*chart.Probe{}
		js.Global().Get("lossline").Set("probe", js.FuncOf(probe))
	}
	probes[id] = p
	if _, ok := p.At(); ok {
		js.Global().Get("lossline").Call("reread", id)
	}
}

// forget takes a figure from those on the page, unless another has its place.
func forget(id string, p *chart.Probe) {
	if probes[id] == p {
		delete(probes, id)
		if p != nil {
			p.Leave()
		}
	}
}

// probe is what the script calls: the id of a figure, what is wanted, and where
// the pointer is in the drawing's pixels. "at" is the pointer's; "leave" the end
// of reading; "trace" asks for what an ear can follow; all else is a key's step.
// It answers at once, with null where nothing is to be read.
func probe(_ js.Value, args []js.Value) any {
	p := probes[args[0].String()]
	if p == nil {
		return nil
	}
	switch what := args[1].String(); what {
	case "at":
		if !p.Find(args[2].Float(), args[3].Float()) {
			return nil
		}
	case "leave":
		p.Leave()
		return nil
	case "trace":
		heights := []any{}
		for _, v := range p.Trace() {
			heights = append(heights, v)
		}
		return heights
	case "again":
	default:
		if !p.Go(chart.Step(what)) {
			return nil
		}
	}
	return said(p)
}

// said is a readout as the script draws it.
func said(p *chart.Probe) any {
	r, ok := p.Read()
	if !ok {
		return nil
	}
	rows := []any{}
	for _, row := range r.Rows {
		values := []any{}
		for i, v := range row.Values {
			values = append(values, []any{v, row.Shown[i]})
		}
		rows = append(rows, map[string]any{"label": row.Label, "values": values})
	}
	x0, x1, y0, y1 := p.Area()
	return map[string]any{
		"x": r.X, "y": r.Y, "area": []any{x0, x1, y0, y1}, "color": "lf-" + r.Role.Name(), "series": r.Series, "rows": rows,
		"beyond": r.Beyond, "spoken": r.Spoken,
	}
}

// Play lets hear a series of a figure: the one that was read last.
func Play(id string) { js.Global().Get("lossline").Call("play", id) }
