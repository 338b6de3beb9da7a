//go:build !js

package chart

import (
	"bytes"

	stdfont "golang.org/x/image/font"
	"golang.org/x/image/font/gofont/gobold"
	"golang.org/x/image/font/gofont/goregular"
	"golang.org/x/image/font/opentype"
	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
	"gonum.org/v1/plot/vg/vgimg"
)

// Card returns the figure as a PNG for previews of links, w by h pixels of which
// two stand for one of the figure's layout, with title and margin. It is for
// English figures: the fonts that it is drawn with have no Chinese.
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
	lettered, err := letter(c)
	if err != nil {
		return nil, err
	}
	p.Draw(draw.Crop(draw.New(lettered), margin, -margin, margin, -margin))
	var b bytes.Buffer
	if _, err := (vgimg.PngCanvas{Canvas: c}).WriteTo(&b); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

// letters is a canvas that writes with the Go fonts: those that figures are laid
// out with have widths only, since readers' browsers bring the letters.
type letters struct {
	*vgimg.Canvas
	regular, bold *opentype.Font
}

func letter(c *vgimg.Canvas) (*letters, error) {
	regular, err := opentype.Parse(goregular.TTF)
	if err != nil {
		return nil, err
	}
	bold, err := opentype.Parse(gobold.TTF)
	return &letters{c, regular, bold}, err
}

// FillString implements vg.Canvas. Where the letters are wider than those that the
// place was measured for they are made smaller.
func (c *letters) FillString(f font.Face, pt vg.Point, s string) {
	wide := f.Width(s)
	f.Face = c.regular
	if f.Font.Weight >= stdfont.WeightMedium {
		f.Face = c.bold
	}
	if now := f.Width(s); now > wide && wide > 0 {
		f.Font.Size *= wide / now
	}
	c.Canvas.FillString(f, pt, s)
}
