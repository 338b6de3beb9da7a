package job

import (
	"encoding/binary"
	"math"

	"lossline/engine/num"
)

// A View of very many runs has in Cloud every run that would be seen: of those of
// a line that fall into the same cell of a raster finer than any screen draws the
// figure, the first in the table, and in each of its columns the lowest and the
// highest. They are packed, because a number in JSON takes the page, which must go
// on answering, ten times as long to read.
const (
	cloudColumns, cloudRows = 640, 400
	packedDot               = 8 + 8 + 4 + 1
	packedAside             = 255 // in place of the line
)

// Dots are the runs that the view has: those of Cloud if there is one.
func (v *View) Dots() []Dot {
	n := len(v.Cloud) / packedDot
	if n == 0 {
		return v.Points
	}
	out := make([]Dot, n)
	for i := range out {
		b := v.Cloud[i*packedDot:]
		d := Dot{
			X: math.Float64frombits(binary.LittleEndian.Uint64(b)), Y: math.Float64frombits(binary.LittleEndian.Uint64(b[8:])),
			Row: int(binary.LittleEndian.Uint32(b[16:])), Line: int(b[20]),
		}
		if d.Line == packedAside {
			d.Line, d.Aside = 0, true
		}
		out[i] = d
	}
	return out
}

// cloud packs what would be seen of very many dots, in their order.
func cloud(dots []Dot, lines int) []byte {
	if len(dots) <= maxDots {
		return nil
	}
	keep := seen(dots, lines)
	out := make([]byte, 0, packedDot*len(dots)/4)
	for i, d := range dots {
		if !keep[i] {
			continue
		}
		out = binary.LittleEndian.AppendUint64(out, math.Float64bits(d.X))
		out = binary.LittleEndian.AppendUint64(out, math.Float64bits(d.Y))
		out = binary.LittleEndian.AppendUint32(out, uint32(d.Row))
		line := byte(d.Line)
		if d.Aside {
			line = packedAside
		}
		out = append(out, line)
	}
	return out
}

// seen tells which dots would be seen. Those put aside count as a line of their
// own.
func seen(dots []Dot, lines int) []bool {
	x, y := rasterOf(dots)
	keep := make([]bool, len(dots))
	taken := make([]bool, (lines+1)*cloudColumns*cloudRows)
	ends := make([][2]int, (lines+1)*cloudColumns) // lowest and highest, from 1; 0: none yet
	for i, d := range dots {
		line := d.Line
		if d.Aside {
			line = lines
		}
		column := line*cloudColumns + x.cell(d.X, cloudColumns)
		cell := column*cloudRows + y.cell(d.Y, cloudRows)
		keep[i], taken[cell] = !taken[cell], true
		e := &ends[column]
		if e[0] == 0 || d.Y < dots[e[0]-1].Y {
			e[0] = i + 1
		}
		if e[1] == 0 || d.Y > dots[e[1]-1].Y {
			e[1] = i + 1
		}
	}
	for _, e := range ends {
		if e[0] > 0 {
			keep[e[0]-1], keep[e[1]-1] = true, true
		}
	}
	return keep
}

// raster divides a logarithmic axis.
type raster struct{ lo, width float64 }

func rasterOf(dots []Dot) (x, y raster) {
	x0, x1, y0, y1 := math.Inf(1), 0.0, math.Inf(1), 0.0
	for _, d := range dots {
		x0, x1, y0, y1 = min(x0, d.X), max(x1, d.X), min(y0, d.Y), max(y1, d.Y)
	}
	return raster{num.Log(x0), num.Log(x1 / x0)}, raster{num.Log(y0), num.Log(y1 / y0)}
}

func (r raster) cell(v float64, n int) int {
	if !(r.width > 0) {
		return 0
	}
	return max(0, min(n-1, int((num.Log(v)-r.lo)/r.width*float64(n))))
}
