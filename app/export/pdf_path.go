package export

import (
	"math"
	"strconv"
	"strings"
)

// path writes a path of SVG: the commands M, l, h, v, a (circles), q, c and z
// that package figure/svg writes, which is absolute where it begins and relative
// from there. It reports false for anything else.
func (p *page) path(d string) bool {
	var x, y, x0, y0 float64
	for d != "" {
		cmd := d[0]
		d = d[1:]
		n := strings.IndexByte("zhvMlqca", cmd)
		if n < 0 {
			return false
		}
		if cmd == 'z' {
			p.b = append(p.b, "h\n"...)
			x, y = x0, y0
			continue
		}
		for more := true; more; more = d != "" && (d[0] < 'a' && d[0] != 'M') {
			var v [7]float64
			count := [...]int{0, 1, 1, 2, 2, 4, 6, 7}[n]
			for i := range count {
				var ok bool
				if v[i], d, ok = leadingNumber(d); !ok {
					return false
				}
			}
			switch cmd {
			case 'h':
				v[1] = 0
			case 'v':
				v[0], v[1] = 0, v[0]
			}
			switch cmd {
			case 'M':
				x, y = v[0], v[1]
				x0, y0 = x, y
				p.op("m", x, y)
			case 'q': // raised to a cubic
				p.op("c", x+v[0]*2/3, y+v[1]*2/3, x+(2*v[0]+v[2])/3, y+(2*v[1]+v[3])/3, x+v[2], y+v[3])
				x, y = x+v[2], y+v[3]
			case 'c':
				p.op("c", x+v[0], y+v[1], x+v[2], y+v[3], x+v[4], y+v[5])
				x, y = x+v[4], y+v[5]
			case 'a':
				p.arc(x, y, v[0], v[4] == 1, v[5], v[6])
				x, y = x+v[5], y+v[6]
			default:
				x, y = x+v[0], y+v[1]
				p.op("l", x, y)
			}
		}
	}
	return true
}

// arc writes the smaller arc of a circle of radius r from x, y to a point dx, dy
// from there, clockwise on the screen or not (SVG 2, section 9.5.1 and appendix
// B.2.4), as Bézier curves of at most a quarter turn, which are off by less than
// 0.0003 of the radius.
func (p *page) arc(x, y, r float64, clockwise bool, dx, dy float64) {
	half := math.Hypot(dx, dy) / 2
	if half == 0 {
		return
	}
	r = max(r, half)
	side := math.Sqrt(r*r-half*half) / (2 * half)
	if !clockwise {
		side = -side
	}
	cx, cy := x+dx/2-dy*side, y+dy/2+dx*side
	from := math.Atan2(y-cy, x-cx)
	turn := math.Atan2(y+dy-cy, x+dx-cx) - from
	switch {
	case clockwise && turn < 0:
		turn += 2 * math.Pi
	case !clockwise && turn > 0:
		turn -= 2 * math.Pi
	}
	n := math.Ceil(math.Abs(turn)/(math.Pi/2) - 1e-9)
	k := 4. / 3 * math.Tan(turn/n/4) * r
	for i := 1.0; i <= n; i++ {
		s0, c0 := math.Sincos(from + turn*(i-1)/n)
		s1, c1 := math.Sincos(from + turn*i/n)
		p.op("c", cx+r*c0-k*s0, cy+r*s0+k*c0, cx+r*c1+k*s1, cy+r*s1-k*c1, cx+r*c1, cy+r*s1)
	}
}

// leadingNumber cuts a number off the front: 12, -.5, with a space before it or
// not.
func leadingNumber(s string) (v float64, rest string, ok bool) {
	s = strings.TrimPrefix(s, " ")
	i, dots := 0, 0
	for ; i < len(s); i++ {
		if s[i] == '.' {
			dots++
		}
		if digit := s[i] >= '0' && s[i] <= '9' || s[i] == '.' && dots == 1; !digit && !(i == 0 && s[i] == '-') {
			break
		}
	}
	v, err := strconv.ParseFloat(s[:i], 64)
	return v, s[i:], err == nil
}
