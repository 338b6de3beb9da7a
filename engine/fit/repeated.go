package fit

import (
	"lossline/engine/num"
)

// repeated is law.DataConstrained, f = e^e + e^(a − α·P) + e^(b − β·Q), where
// P = ln N' and Q = ln D' are the effective sizes. With M(R, s) = ln(1 + K(R, s)),
//
//	K(R, s) = e^s·(1 − exp(−R/e^s))
//	Q = ln U + M(D/U − 1, d)                  d = ln R_D*
//	P = o + M(N/e^o − 1, n)                   n = ln R_N*, where N is above e^o
//	o = g + (β/α)·(g + ln U)                  the data-optimal size
//	g = (ln α + a − ln β − b)/(α + β)
type repeated struct {
	lnN, lnU []float64
	over     []float64 // D/U − 1
	lnD      []float64

	u      *vector
	e      float64
	g, rho float64
	g1, r1 [4]float64    // by a, α, b, β
	g2, r2 [4][4]float64 // upper triangles
}

func newRepeated(t *table) *smooth {
	n := t.rows()
	k := &repeated{lnN: make([]float64, n), lnU: make([]float64, n), lnD: make([]float64, n), over: make([]float64, n)}
	for i, p := range t.points {
		d, u := float64(p.D), float64(p.U)
		if u == 0 || u > d {
			u = d
		}
		k.lnN[i], k.lnU[i], k.lnD[i] = num.Log(float64(p.N)), num.Log(u), num.Log(d)
		k.over[i] = d/u - 1
	}
	return &smooth{k, 7}
}

// at works out what of o does not depend on the row.
func (k *repeated) at(u *vector) {
	k.u, k.e = u, num.Exp(u[0])
	alpha, beta := u[2], u[4]
	h := 1 / (alpha + beta)
	k.g = float64((num.Log(alpha) + u[1] - num.Log(beta) - u[3]) * h)
	ga, gb := float64(h*(1/alpha-k.g)), -float64(h*(1/beta+k.g))
	hh := float64(h * h)
	k.g1 = [4]float64{h, ga, -h, gb}
	k.g2 = [4][4]float64{
		{0, -hh, 0, -hh},
		{0, -float64(2*h*ga) - h/(alpha*alpha), hh, -float64(h*ga) - float64(h*gb)},
		{0, 0, 0, hh},
		{0, 0, 0, h/(beta*beta) - float64(2*h*gb)},
	}
	k.rho = beta / alpha
	k.r1 = [4]float64{0, -k.rho / alpha, 0, 1 / alpha}
	k.r2 = [4][4]float64{1: {1: 2 * k.rho / (alpha * alpha), 3: -1 / (alpha * alpha)}}
}

// worth is M with its derivatives by R and s.
type worth struct{ m, r, s, rr, rs, ss float64 }

func worthOf(r, s float64) (w worth) {
	scale := num.Exp(s)
	left := r / scale
	q := num.Exp(-left)
	k := -float64(scale * num.Expm1(-left))
	over := 1 / (1 + k)
	rq := float64(r * q)
	w.m = num.Log1p(k)
	w.r, w.s = float64(q*over), float64((k-rq)*over)
	w.rr = -float64(q/scale*over) - float64(w.r*w.r)
	w.rs = float64(left*q*over) - float64(w.r*w.s)
	w.ss = float64((k-rq-float64(left*rq))*over) - float64(w.s*w.s)
	return w
}

// optimum is o in row i.
func (k *repeated) optimum(i int) float64 {
	return k.g + float64(k.rho*(k.g+k.lnU[i]))
}

func (k *repeated) f(i int) float64 {
	p, q := k.lnN[i], k.lnD[i]
	if o := k.optimum(i); p > o {
		p = o + worthOf(num.Expm1(p-o), k.u[6]).m
	}
	if k.over[i] > 0 {
		q = k.lnU[i] + worthOf(k.over[i], k.u[5]).m
	}
	return k.e + num.Exp(k.u[1]-float64(k.u[2]*p)) + num.Exp(k.u[3]-float64(k.u[4]*q))
}

func (k *repeated) bend(i int, g *vector, h *matrix) float64 {
	*g, *h = vector{k.e}, matrix{{k.e}}
	params := k.params(i, g, h)
	q, w := k.lnD[i], worth{}
	if k.over[i] > 0 {
		w = worthOf(k.over[i], k.u[5])
		q = k.lnU[i] + w.m
	}
	beta := k.u[4]
	t := num.Exp(k.u[3] - float64(beta*q))
	gb, gd := -q, -float64(beta*w.s) // by β and d; by b it is 1
	g[3] += t
	g[4] += float64(t * gb)
	g[5] += float64(t * gd)
	h[3][3] += t
	h[3][4] += float64(t * gb)
	h[3][5] += float64(t * gd)
	h[4][4] += float64(t * gb * gb)
	h[4][5] += float64(t * (float64(gb*gd) - w.s))
	h[5][5] += float64(t * (float64(gd*gd) - float64(beta*w.ss)))
	return k.e + params + t
}

// params adds e^(a − α·P) to the gradient and the Hessian, and returns it.
func (k *repeated) params(i int, g *vector, h *matrix) float64 {
	alpha := k.u[2]
	p, o := k.lnN[i], k.optimum(i)
	var p1 vector // of P
	var p2 matrix
	if p > o {
		w := worthOf(num.Expm1(p-o), k.u[6])
		t := num.Exp(p - o)
		po := 1 - float64(t*w.r)
		poo := float64(t*w.r) + float64(t*t*w.rr)
		pon := -float64(t * w.rs)
		p = o + w.m
		var o1 [4]float64
		x := k.g + k.lnU[i]
		for a := range 4 {
			o1[a] = float64(k.g1[a]*(1+k.rho)) + float64(k.r1[a]*x)
			p1[1+a] = po * o1[a]
			p2[1+a][6] = pon * o1[a]
		}
		for a := range 4 {
			for b := a; b < 4; b++ {
				o2 := float64(k.g2[a][b]*(1+k.rho)) + float64(k.r1[a]*k.g1[b]) + float64(k.r1[b]*k.g1[a]) + float64(k.r2[a][b]*x)
				p2[1+a][1+b] = float64(po*o2) + float64(poo*o1[a]*o1[b])
			}
		}
		p1[6], p2[6][6] = w.s, w.ss
	}
	t := num.Exp(k.u[1] - float64(alpha*p))
	var e1 vector // of a − α·P
	for a := range 7 {
		e1[a] = -float64(alpha * p1[a])
	}
	e1[1]++
	e1[2] -= p
	for a := 1; a < 7; a++ {
		g[a] += float64(t * e1[a])
		for b := a; b < 7; b++ {
			e2 := -float64(alpha * p2[a][b])
			if a == 2 {
				e2 -= p1[b]
			}
			if b == 2 {
				e2 -= p1[a]
			}
			h[a][b] += float64(t * (e2 + float64(e1[a]*e1[b])))
		}
	}
	return t
}
