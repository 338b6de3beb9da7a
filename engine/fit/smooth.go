package fit

import (
	"context"

	"lossline/engine/law"
	"lossline/engine/num"
)

// curved is a law whose second derivatives are known, on the rows of a table.
type curved interface {
	// at takes the working coefficients for the calls that follow.
	at(u *vector)
	// f is the law's value in row i.
	f(i int) float64
	// bend returns it with its gradient and the upper triangle of its Hessian.
	bend(i int, g *vector, h *matrix) float64
}

// smooth is the kernel of a curved law with n coefficients.
type smooth struct {
	curved
	n int
}

func (k *smooth) cheap() bool { return true }

func (k *smooth) residual(o *objective, t *table, i int) float64 {
	if o.linear {
		return k.f(i) - t.y[i]
	}
	return num.Log(k.f(i)) - t.lnY[i]
}

func (k *smooth) residuals(o *objective, t *table, u *vector, dst []float64) {
	k.at(u)
	for i := range dst {
		dst[i] = k.residual(o, t, i)
	}
}

func (k *smooth) gradients(o *objective, t *table, u *vector, dst []float64, jac []vector) {
	k.at(u)
	var h matrix
	for i := range dst {
		f := k.bend(i, &jac[i], &h)
		dst[i] = f - t.y[i]
		if !o.linear {
			dst[i] = num.Log(f) - t.lnY[i]
			for a := range k.n {
				jac[i][a] /= f
			}
		}
	}
}

func (k *smooth) value(ctx context.Context, o *objective, t *table, u *vector) (float64, error) {
	k.at(u)
	var sum float64
	for i, w := range t.w {
		if i%chunk == 0 && ctx.Err() != nil {
			return 0, ctx.Err()
		}
		if w != 0 {
			h, _, _ := o.at(k.residual(o, t, i))
			sum += float64(w * h)
		}
	}
	return sum * o.scale, nil
}

func (k *smooth) slope(ctx context.Context, o *objective, t *table, u *vector, m mode, out *slope) error {
	*out = slope{}
	k.at(u)
	var g vector
	var bent matrix
	for i, w := range t.w {
		if i%chunk == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		if w == 0 {
			continue
		}
		f := k.bend(i, &g, &bent)
		over, r := 1.0, f-t.y[i]
		if !o.linear {
			over, r = 1/f, num.Log(f)-t.lnY[i]
		}
		h, psi, curve := o.at(r)
		out.f += float64(w * h)
		pull := w * psi * over
		curve = float64(curve * w)
		switch {
		case m == design:
			curve = w
		case m == newton && !o.linear:
			curve -= float64(w * psi)
		}
		curve *= over * over
		for a := range k.n {
			out.g[a] += float64(pull * g[a])
			c := curve * g[a]
			for b := a; b < k.n; b++ {
				out.h[a][b] += float64(c * g[b])
				if m == newton {
					out.h[a][b] += float64(pull * bent[a][b])
				}
			}
		}
	}
	for a := range k.n {
		for b := a + 1; b < k.n; b++ {
			out.h[b][a] = out.h[a][b]
		}
	}
	out.scale(o.scale)
	return nil
}

// overfit is the law of Kaplan et al. for N and D, with or without a floor:
// f = E + e^G, G = α_D·ln(e^p + e^q), p = (α_N/α_D)·ln(N_c/N), q = ln(D_c/D).
type overfit struct {
	lnN, lnD []float64
	floor    int // 1 if the first coefficient is E, else 0

	e, c, a, d, m float64 // E, ln N_c, α_N, ln D_c, α_D
}

func newOverfit(l *law.Law, t *table) *smooth {
	k := &overfit{lnN: make([]float64, t.rows()), lnD: make([]float64, t.rows())}
	if l == law.KaplanNDFloor {
		k.floor = 1
	}
	for i, p := range t.points {
		k.lnN[i], k.lnD[i] = num.Log(float64(p.N)), num.Log(float64(p.D))
	}
	return &smooth{k, 4 + k.floor}
}

func (k *overfit) at(u *vector) {
	if k.floor == 1 {
		k.e = num.Exp(u[0])
	}
	k.c, k.a, k.d, k.m = u[k.floor], u[k.floor+1], u[k.floor+2], u[k.floor+3]
}

// sum returns ln(e^p + e^q) and the share of e^p in it.
func (k *overfit) sum(i int) (z, share float64) {
	p := float64(k.a / k.m * (k.c - k.lnN[i]))
	q := k.d - k.lnD[i]
	if p < q {
		x := num.Exp(p - q)
		return q + num.Log1p(x), x / (1 + x)
	}
	x := num.Exp(q - p)
	return p + num.Log1p(x), 1 / (1 + x)
}

func (k *overfit) f(i int) float64 {
	z, _ := k.sum(i)
	return k.e + num.Exp(k.m*z)
}

// bend follows from the chain rule, with w the share of e^p:
//
//	∂G/∂(c, a, d, m) = (a·w, w·k, m·(1−w), z − w·k·a/m),  k = c − ln N
func (k *overfit) bend(i int, g *vector, h *matrix) float64 {
	z, w := k.sum(i)
	t := num.Exp(k.m * z)
	far := k.c - k.lnN[i]
	a, m, v := k.a, k.m, w*(1-w) // v: ∂²z/∂p²
	ratio := a / m * far         // p
	first := [4]float64{a * w, w * far, m * (1 - w), z - float64(w*ratio)}
	pc, pa, pm := a/m, far/m, -ratio/m
	var second [4][4]float64
	second[0][0] = m * v * pc * pc
	second[0][1] = float64(m*v*pc*pa) + w
	second[0][2] = -m * v * pc
	second[0][3] = m * v * pc * pm // and m·w·∂²p/∂c∂m + w·∂p/∂c = 0
	second[1][1] = m * v * pa * pa
	second[1][2] = -m * v * pa
	second[1][3] = m * v * pa * pm // the like
	second[2][2] = m * v
	second[2][3] = 1 - w - float64(m*v*pm)
	second[3][3] = m * v * pm * pm // and m·w·∂²p/∂m² + 2w·∂p/∂m = 0
	at := k.floor
	for x := range 4 {
		g[at+x] = t * first[x]
		for y := x; y < 4; y++ {
			h[at+x][at+y] = t * (second[x][y] + float64(first[x]*first[y]))
		}
	}
	if at == 1 {
		g[0] = k.e
		h[0] = vector{k.e}
	}
	return k.e + t
}
