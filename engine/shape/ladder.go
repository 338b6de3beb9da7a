package shape

import (
	"math"
	"sync"

	"lossline/engine/unit"
)

// The ladder is local linear regressions of ln n_layer and ln d_model on ln N, N
// non-embedding, over the published decoders. A decoder's weight is a Gaussian of
// ln N whose standard deviation is a factor of two in N, and a floor that lets the
// ladder go over into the regression on all decoders where there are none. Leaving
// one out each time, it misses depth by 24 % (root mean square; the regression on
// all, a power law, by 26 %), half of the decoders by less than 10 %.
const (
	ladderReach = math.Ln2
	ladderFloor = 0.03
)

// rungs are the published decoders in logarithms, and how far they scatter about
// the ladder (root mean square).
type rungs struct {
	n, depth, width          []float64
	depthSpread, widthSpread float64
}

var ladder = sync.OnceValue(func() *rungs {
	l := &rungs{}
	list, _ := Decoders() // a test reads it
	for _, d := range list {
		l.n = append(l.n, math.Log(float64(d.Shape.Count().NonEmbedding())))
		l.depth = append(l.depth, math.Log(float64(d.Shape.Layers)))
		l.width = append(l.width, math.Log(float64(d.Shape.DModel)))
	}
	spread := func(y []float64) float64 {
		sum := 0.0
		for i, n := range l.n {
			e := y[i] - l.at(y, n)
			sum += e * e
		}
		return math.Sqrt(sum / float64(len(y)))
	}
	l.depthSpread, l.widthSpread = spread(l.depth), spread(l.width)
	return l
})

// at is the regression of y at ln N = n.
func (l *rungs) at(y []float64, n float64) float64 {
	var w, x, v, xx, xv float64
	for i, at := range l.n {
		d := at - n
		k := math.Exp(-d*d/(2*ladderReach*ladderReach)) + ladderFloor
		w, x, v, xx, xv = w+k, x+k*d, v+k*y[i], xx+k*d*d, xv+k*d*y[i]
	}
	return (xx*v - x*xv) / (w*xx - x*x)
}

// Ladder returns the layers and the width that published decoders have at n
// non-embedding parameters.
func Ladder(n unit.Params) (layers, width float64) {
	l, x := ladder(), math.Log(float64(n))
	return math.Exp(l.at(l.depth, x)), math.Exp(l.at(l.width, x))
}

// offLadder is how far depth and width of a shape are from the ladder at its N:
// root mean square of the two, in units of the published decoders' scatter.
func offLadder(s Shape) float64 {
	l, x := ladder(), math.Log(float64(s.Count().NonEmbedding()))
	return l.apart(s, l.at(l.depth, x), l.at(l.width, x))
}

// apart is the distance of a shape from ln depth and ln width.
func (l *rungs) apart(s Shape, depth, width float64) float64 {
	return math.Hypot((math.Log(s.Stack())-depth)/l.depthSpread, (math.Log(float64(s.Width()))-width)/l.widthSpread) / math.Sqrt2
}

// nearestDecoder is the published decoder whose depth and width are nearest.
func nearestDecoder(s Shape) (best Decoder) {
	list, _ := Decoders()
	least, l := math.Inf(1), ladder()
	for i, d := range list {
		if off := l.apart(s, l.depth[i], l.width[i]); off < least {
			best, least = d, off
		}
	}
	return best
}
