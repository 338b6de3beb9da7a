package svg

import (
	"math"

	"gonum.org/v1/plot/vg"
)

// pen is where the path has got to.
type pen struct {
	x, y int  // in tenths; as written, so that rounding does not add up
	cmd  byte // the command that numbers continue, 0 if they may not
	down bool // a subpath is begun
}

// path writes p into the open element. A component with a coordinate that is
// not a number is left out, and the next one begins anew.
func (c *Canvas) path(p vg.Path) {
	c.pen.down, c.pen.cmd = false, 0
	for i := range p {
		comp := &p[i]
		switch comp.Type {
		case vg.MoveComp:
			c.move(comp.Pos)
		case vg.LineComp:
			c.line(comp.Pos)
		case vg.ArcComp:
			c.arc(comp)
		case vg.CurveComp:
			c.curve(comp)
		case vg.CloseComp:
			if c.pen.down {
				c.buf = append(c.buf, 'z')
			}
			c.pen.down, c.pen.cmd = false, 0
		}
	}
}

// move begins a subpath.
func (c *Canvas) move(pt vg.Point) {
	x, y, ok := c.tenths(pt)
	if c.pen.down = ok; !ok {
		return
	}
	c.buf = appendTenths(append(c.buf, 'M'), x)
	c.pen.cmd = 'M'
	c.after(y)
	c.pen.cmd, c.pen.x, c.pen.y = 0, x, y
}

// line draws to pt, or moves there if there is nowhere to draw from.
func (c *Canvas) line(pt vg.Point) {
	x, y, ok := c.tenths(pt)
	if !ok || !c.pen.down {
		c.pen.down = false
		c.move(pt)
		return
	}
	dx, dy := x-c.pen.x, y-c.pen.y
	switch {
	case dx == 0 && dy == 0:
		return
	case dy == 0:
		c.command('h', dx)
	case dx == 0:
		c.command('v', dy)
	default:
		c.command('l', dx)
		c.after(dy)
	}
	c.pen.x, c.pen.y = x, y
}

// command writes a command's letter, unless it is that of the last one, and its
// first number.
func (c *Canvas) command(cmd byte, n int) {
	if c.pen.cmd == cmd {
		c.after(n)
		return
	}
	c.pen.cmd = cmd
	c.buf = appendTenths(append(c.buf, cmd), n)
}

// after writes a number after another one.
func (c *Canvas) after(n int) {
	if n >= 0 {
		c.buf = append(c.buf, ' ')
	}
	c.buf = appendTenths(c.buf, n)
}

// arc draws to the start of an arc and along it, in parts of half a turn or
// less: SVG has no arc that ends where it began.
func (c *Canvas) arc(a *vg.PathComp) {
	at := func(t float64) vg.Point {
		sin, cos := math.Sincos(t)
		return vg.Point{X: a.Pos.X + a.Radius*vg.Length(cos), Y: a.Pos.Y + a.Radius*vg.Length(sin)}
	}
	c.line(at(a.Start))
	if c.now.m != identity && !c.now.m.similar() {
		const n = 64 // an ellipse, drawn by chords a twentieth of its radius long
		for i := 1; i <= n; i++ {
			c.line(at(a.Start + a.Angle*float64(i)/n))
		}
		return
	}
	n := math.Max(1, math.Ceil(math.Abs(a.Angle)/math.Pi-1e-9))
	for i := 1.0; i <= n; i++ {
		c.arcTo(at(a.Start+a.Angle*i/n), a.Radius.Points()*c.now.m.scale(), a.Angle*c.now.m.det() < 0)
	}
}

// arcTo draws an arc of at most half a turn to pt.
func (c *Canvas) arcTo(pt vg.Point, r float64, clockwise bool) {
	x, y, ok := c.tenths(pt)
	if !ok || !c.pen.down {
		c.pen.down = false
		return
	}
	radius := int(math.Floor(r*10 + 0.5))
	c.command('a', radius)
	c.after(radius)
	c.buf = append(c.buf, " 0 0 "...)
	if clockwise {
		c.buf = append(c.buf, '1')
	} else {
		c.buf = append(c.buf, '0')
	}
	c.after(x - c.pen.x)
	c.after(y - c.pen.y)
	c.pen.x, c.pen.y = x, y
}

// curve draws a quadratic or cubic Bézier curve.
func (c *Canvas) curve(q *vg.PathComp) {
	var n [6]int
	k := 0
	for _, pt := range append(q.Control[:len(q.Control):len(q.Control)], q.Pos) {
		x, y, ok := c.tenths(pt)
		if !ok || !c.pen.down || k == len(n) {
			c.pen.down = false
			return
		}
		n[k], n[k+1] = x-c.pen.x, y-c.pen.y
		k += 2
	}
	if k < 4 {
		return
	}
	cmd := byte('q')
	if k == 6 {
		cmd = 'c'
	}
	c.command(cmd, n[0])
	for _, v := range n[1:k] {
		c.after(v)
	}
	c.pen.x, c.pen.y = c.pen.x+n[k-2], c.pen.y+n[k-1]
}
