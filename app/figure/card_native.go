//go:build !js

package figure

import (
	"bytes"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
	"gonum.org/v1/plot/vg/vgimg"
)

// Card returns the figure as a PNG for previews of links, w by h pixels of which
// each stands for half a pixel of the figure's layout, with title and margin. The
// fonts that are drawn with have no Chinese: it is for English figures.
func Card(f *XY, t Theme, w, h int) ([]byte, error) {
	const scale, margin = 2, 20
	g := *f
	g.Bare = false
	wide, high := vg.Length(w)/scale, vg.Length(h)/scale
	p, err := g.PlotSize(t, wide-2*margin, high-2*margin)
	if err != nil {
		return nil, err
	}
	c := vgimg.NewWith(vgimg.UseWH(wide, high), vgimg.UseDPI(72*scale), vgimg.UseBackgroundColor(t.Color(Paper)))
	p.Draw(draw.Crop(draw.New(c), margin, -margin, margin, -margin))
	var b bytes.Buffer
	if _, err := (vgimg.PngCanvas{Canvas: c}).WriteTo(&b); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}
