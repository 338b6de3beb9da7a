package svg

import (
	"math"
	"strconv"

	"gonum.org/v1/plot/vg"
)

// far is farther out than any screen, in pixels.
const far = 1e6

// tenths returns where pt is on the canvas, in tenths of a pixel from the top
// left. It is not ok, and an error is kept, if that is not on any screen.
func (c *Canvas) tenths(pt vg.Point) (x, y int, ok bool) {
	px, py := pt.X.Points(), pt.Y.Points()
	if c.now.m != identity {
		px, py = c.now.m.apply(px, py)
	}
	py = c.h - py
	if !(math.Abs(px) < far && math.Abs(py) < far) {
		c.err = errNumber
		return 0, 0, false
	}
	return int(math.Floor(px*10 + 0.5)), int(math.Floor(py*10 + 0.5)), true
}

// appendTenths writes n/10, shortest: 12, 1.5, -.5.
func appendTenths(b []byte, n int) []byte {
	if n < 0 {
		b = append(b, '-')
		n = -n
	}
	whole, tenth := n/10, n%10
	if whole > 0 || tenth == 0 {
		switch {
		case whole < 10:
			b = append(b, byte('0'+whole))
		case whole < 100:
			b = append(b, byte('0'+whole/10), byte('0'+whole%10))
		default:
			b = strconv.AppendUint(b, uint64(whole), 10)
		}
	}
	if tenth > 0 {
		b = append(b, '.', byte('0'+tenth))
	}
	return b
}

// appendNumber writes v with at most two decimals.
func appendNumber(b []byte, v float64) []byte {
	n := len(b)
	v += 0 // no negative zero
	b = strconv.AppendFloat(b, v, 'f', 2, 64)
	for b[len(b)-1] == '0' {
		b = b[:len(b)-1]
	}
	if b[len(b)-1] == '.' {
		b = b[:len(b)-1]
	}
	if len(b) > n+1 && b[n] == '0' && b[n+1] == '.' {
		b = append(b[:n], b[n+1:]...)
	}
	return b
}

// matrix is an affine map: x' = a·x + c·y + e, y' = b·x + d·y + f.
type matrix [6]float64

var identity = matrix{1, 0, 0, 1, 0, 0}

// mul returns m after n: what is drawn is mapped by n, then by m.
func (m matrix) mul(n matrix) matrix {
	e, f := m.apply(n[4], n[5])
	return matrix{
		m[0]*n[0] + m[2]*n[1], m[1]*n[0] + m[3]*n[1],
		m[0]*n[2] + m[2]*n[3], m[1]*n[2] + m[3]*n[3],
		e, f,
	}
}

func (m matrix) apply(x, y float64) (float64, float64) {
	return m[0]*x + m[2]*y + m[4], m[1]*x + m[3]*y + m[5]
}

// det is the area that the unit square becomes, negative if it is flipped.
func (m matrix) det() float64 { return m[0]*m[3] - m[1]*m[2] }

// scale is the factor of lengths, of a similarity.
func (m matrix) scale() float64 { return math.Sqrt(math.Abs(m.det())) }

// angle is the direction of the x axis, counter-clockwise in radians.
func (m matrix) angle() float64 { return math.Atan2(m[1], m[0]) }

// similar reports whether circles stay circles.
func (m matrix) similar() bool {
	d := math.Copysign(1, m.det())
	return math.Abs(m[0]-d*m[3]) < 1e-9 && math.Abs(m[1]+d*m[2]) < 1e-9
}
