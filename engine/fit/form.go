package fit

import (
	"lossline/engine/law"
	"lossline/engine/num"
	"lossline/engine/unit"
)

// form says how the coefficients of a law make a sum of powers.
type form struct {
	floor int // index of E, -1 if there is none
	terms []term
}

// term is A·x^(−m·α), or (c/x)^(m·α) where the scale stands inside the power.
type term struct {
	amp, exp int // indices of A or c, and of α
	inside   bool
	times    float64    // m
	of       law.Symbol // x
	unit     float64    // by which the coordinate is multiplied to give x
}

// forms has the laws that the fast kernel can do.
func formOf(l *law.Law) *form {
	one := func(s law.Symbol) *form { return &form{0, []term{{1, 2, false, 1, s, 1}}} }
	bare := func(s law.Symbol) *form { return &form{-1, []term{{0, 1, true, 1, s, 1}}} }
	switch l {
	case law.Chinchilla:
		return &form{0, []term{{1, 2, false, 1, law.N, 1}, {3, 4, false, 1, law.D, 1}}}
	case law.OverTraining: // A·(√6·N)^−2η + B·(√6·D)^−2η
		return &form{0, []term{{1, 3, false, 2, law.N, sqrt6}, {2, 3, false, 2, law.D, sqrt6}}}
	case law.PowerN:
		return one(law.N)
	case law.PowerD:
		return one(law.D)
	case law.PowerC:
		return one(law.C)
	case law.KaplanN:
		return bare(law.N)
	case law.KaplanD:
		return bare(law.D)
	case law.KaplanC, law.KaplanCMin: // the constant is in PF-days
		return &form{-1, []term{{0, 1, true, 1, law.C, 1 / float64(unit.PFDay)}}}
	case law.KaplanNS:
		return &form{-1, []term{{0, 1, true, 1, law.N, 1}, {2, 3, true, 1, law.S, 1}}}
	}
	return nil
}

const sqrt6 = 2.449489742783178

// logs returns ln x by row, less its mean, and the mean.
func (a *term) logs(t *table) (x []float64, mean float64) {
	x = make([]float64, t.rows())
	for i := range x {
		x[i] = num.Log(t.points[i].Get(a.of) * a.unit)
		mean += x[i]
	}
	mean /= float64(len(x))
	for i := range x {
		x[i] -= mean
	}
	return x, mean
}

// phi returns the kernel's coordinates for the working coefficients u.
func (k *terms) phi(u *vector) (phi [5]float64) {
	if k.form.floor >= 0 {
		phi[0] = u[k.form.floor]
	}
	for j := range k.form.terms {
		a := &k.form.terms[j]
		b := a.times * u[a.exp]
		phi[2*j+2] = b
		if a.inside {
			phi[2*j+1] = b * (u[a.amp] - k.means[j])
		} else {
			phi[2*j+1] = u[a.amp] - float64(b*k.means[j])
		}
	}
	return phi
}

func (k *terms) floor(phi *[5]float64) float64 {
	if k.form.floor < 0 {
		return 0
	}
	return num.Exp(phi[0])
}

// chain has the derivatives of the kernel's coordinates by u.
func (k *terms) chain(u *vector) (jac [5]vector) {
	if k.form.floor >= 0 {
		jac[0][k.form.floor] = 1
	}
	for j := range k.form.terms {
		a := &k.form.terms[j]
		jac[2*j+2][a.exp] = a.times
		if a.inside {
			jac[2*j+1][a.amp] = a.times * u[a.exp]
			jac[2*j+1][a.exp] = a.times * (u[a.amp] - k.means[j])
		} else {
			jac[2*j+1][a.amp] = 1
			jac[2*j+1][a.exp] = -a.times * k.means[j]
		}
	}
	return jac
}

// outer turns sums in the kernel's coordinates into derivatives by u, by the
// chain rule.
func (k *terms) outer(in *inner, scale float64, u *vector, out *slope) {
	*out = slope{f: in.f * scale}
	jac := k.chain(u)
	for j := range k.form.terms {
		if a := &k.form.terms[j]; a.inside {
			bent := float64(in.g[2*j+1] * a.times * scale)
			out.h[a.amp][a.exp] += bent
			out.h[a.exp][a.amp] += bent
		}
	}
	var full [5][5]float64
	for i, n := 0, 0; i < 5; i++ {
		for j := i; j < 5; j++ {
			full[i][j], full[j][i] = in.h[n]*scale, in.h[n]*scale
			n++
		}
	}
	for a := range most {
		for i := range 5 {
			ja := jac[i][a]
			if ja == 0 {
				continue
			}
			out.g[a] += float64(ja * in.g[i] * scale)
			for j := range 5 {
				c := ja * full[i][j]
				if c == 0 {
					continue
				}
				for b := range most {
					out.h[a][b] += float64(c * jac[j][b])
				}
			}
		}
	}
}
