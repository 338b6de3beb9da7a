package fit

import (
	"context"

	"lossline/engine/num"
)

// chunk is how many rows are worked through between two looks at whether the
// work is still wanted.
const chunk = 1024

// vector and matrix hold what belongs to the coefficients; what lies beyond the
// law's own is 0.
type (
	vector [most]float64
	matrix [most][most]float64
)

// slope is an objective with its derivatives by the working coefficients.
type slope struct {
	f float64
	g vector
	h matrix
}

// mode says what a kernel puts into the matrix of second derivatives.
type mode uint8

const (
	newton mode = iota // Σ w(ψ'·∇r∇rᵀ + ψ·∇²r)
	gauss              // Σ w·ψ'·∇r∇rᵀ
	design             // Σ w·∇r∇rᵀ, as if all rows had ψ' = 1
)

// kernel evaluates an objective over rows at working coefficients u. It keeps
// the logarithms of the rows' coordinates and has no state besides.
type kernel interface {
	// value is the objective alone.
	value(ctx context.Context, o *objective, t *table, u *vector) (float64, error)
	// slope is the objective with its derivatives.
	slope(ctx context.Context, o *objective, t *table, u *vector, m mode, out *slope) error
	// residuals puts ln f − ln y, or f − y where o is linear, into dst.
	residuals(o *objective, t *table, u *vector, dst []float64)
	// gradients are the residuals with ∇r by row.
	gradients(o *objective, t *table, u *vector, dst []float64, jac []vector)
	// cheap reports whether a slope costs little more than a value.
	cheap() bool
}

// terms is the kernel of laws that are sums of powers,
//
//	f = e^φ₀ + e^(φ₁ − φ₂·x₁) + e^(φ₃ − φ₄·x₂),
//
// x the logarithm of a coordinate less its mean, which keeps the Hessian well
// conditioned.
type terms struct {
	form  *form
	x     [2][]float64
	means [2]float64
}

// inner is what a row adds up to in the coordinates φ, symmetric matrices by
// their upper triangle.
type inner struct {
	f float64
	g [5]float64
	h [15]float64
}

func newTerms(f *form, t *table) *terms {
	k := &terms{form: f}
	for j := range f.terms {
		k.x[j], k.means[j] = f.terms[j].logs(t)
	}
	return k
}

func (k *terms) cheap() bool { return true }

func (k *terms) value(ctx context.Context, o *objective, t *table, u *vector) (float64, error) {
	phi := k.phi(u)
	e := k.floor(&phi)
	var sum float64
	for lo := 0; lo < t.rows(); lo += chunk {
		if err := ctx.Err(); err != nil {
			return 0, err
		}
		for i := lo; i < min(lo+chunk, t.rows()); i++ {
			if t.w[i] == 0 {
				continue
			}
			h, _, _ := o.at(k.residual(o, t, i, e, &phi))
			sum += float64(t.w[i] * h)
		}
	}
	return sum * o.scale, nil
}

// residual is that of row i.
func (k *terms) residual(o *objective, t *table, i int, e float64, phi *[5]float64) float64 {
	f := e + num.Exp(phi[1]-float64(phi[2]*k.x[0][i]))
	if k.x[1] != nil {
		f += num.Exp(phi[3] - float64(phi[4]*k.x[1][i]))
	}
	if o.linear {
		return f - t.y[i]
	}
	return num.Log(f) - t.lnY[i]
}

func (k *terms) residuals(o *objective, t *table, u *vector, dst []float64) {
	phi := k.phi(u)
	e := k.floor(&phi)
	for i := range dst {
		dst[i] = k.residual(o, t, i, e, &phi)
	}
}

func (k *terms) gradients(o *objective, t *table, u *vector, dst []float64, jac []vector) {
	phi := k.phi(u)
	e := k.floor(&phi)
	by := k.chain(u)
	for i := range dst {
		q := [5]float64{e, num.Exp(phi[1] - float64(phi[2]*k.x[0][i]))}
		if k.x[1] != nil {
			q[3] = num.Exp(phi[3] - float64(phi[4]*k.x[1][i]))
			q[4] = -k.x[1][i] * q[3]
		}
		q[2] = -k.x[0][i] * q[1]
		f, over := q[0]+q[1]+q[3], 1.0
		dst[i] = f - t.y[i]
		if !o.linear {
			dst[i] = num.Log(f) - t.lnY[i]
			over = 1 / f
		}
		jac[i] = vector{}
		for a := range by {
			for b, c := range by[a] {
				if c != 0 {
					jac[i][b] += float64(q[a] * over * c)
				}
			}
		}
	}
}

func (k *terms) slope(ctx context.Context, o *objective, t *table, u *vector, m mode, out *slope) error {
	phi := k.phi(u)
	var in inner
	for lo := 0; lo < t.rows(); lo += chunk {
		if err := ctx.Err(); err != nil {
			return err
		}
		k.add(&in, o, t, lo, min(lo+chunk, t.rows()), &phi, m)
	}
	k.outer(&in, o.scale, u, out)
	return nil
}

// add adds the rows from lo to hi to in.
//
// With q the shares of f, or for linear residuals the terms themselves,
// ∇r = (q₀, q₁, −x₁q₁, q₂, −x₂q₂); ∇²r has q and ±x, x² times q in blocks, and for
// logarithms −∇r∇rᵀ besides.
func (k *terms) add(in *inner, o *objective, t *table, lo, hi int, phi *[5]float64, m mode) {
	e := k.floor(phi)
	s := *in
	second := k.x[1] != nil
	var q2, x2 float64
	for i := lo; i < hi; i++ {
		w := t.w[i]
		if w == 0 {
			continue
		}
		x1 := k.x[0][i]
		q0, q1 := e, num.Exp(phi[1]-float64(phi[2]*x1))
		if second {
			x2 = k.x[1][i]
			q2 = num.Exp(phi[3] - float64(phi[4]*x2))
		}
		f := q0 + q1 + q2
		r := f - t.y[i]
		if !o.linear {
			r = num.Log(f) - t.lnY[i]
			f = 1 / f
			q0, q1, q2 = q0*f, q1*f, q2*f
		}
		h, psi, curve := o.at(r)
		s.f += float64(w * h)
		psi = float64(psi * w)
		curve = float64(curve * w)
		g2, g4 := -float64(x1*q1), -float64(x2*q2)
		s.g[0] += float64(psi * q0)
		s.g[1] += float64(psi * q1)
		s.g[2] += float64(psi * g2)
		s.g[3] += float64(psi * q2)
		s.g[4] += float64(psi * g4)
		switch m {
		case design:
			curve = w
		case newton:
			if !o.linear {
				curve -= psi
			}
			p1, p2 := float64(psi*g2), float64(psi*g4)
			s.h[0] += float64(psi * q0)
			s.h[5] += float64(psi * q1)
			s.h[6] += p1
			s.h[9] -= float64(x1 * p1)
			s.h[12] += float64(psi * q2)
			s.h[13] += p2
			s.h[14] -= float64(x2 * p2)
		}
		c0, c1, c2, c3 := float64(curve*q0), float64(curve*q1), float64(curve*g2), float64(curve*q2)
		s.h[0] += float64(c0 * q0)
		s.h[1] += float64(c0 * q1)
		s.h[2] += float64(c0 * g2)
		s.h[3] += float64(c0 * q2)
		s.h[4] += float64(c0 * g4)
		s.h[5] += float64(c1 * q1)
		s.h[6] += float64(c1 * g2)
		s.h[7] += float64(c1 * q2)
		s.h[8] += float64(c1 * g4)
		s.h[9] += float64(c2 * g2)
		s.h[10] += float64(c2 * q2)
		s.h[11] += float64(c2 * g4)
		s.h[12] += float64(c3 * q2)
		s.h[13] += float64(c3 * g4)
		s.h[14] += float64(float64(curve*g4) * g4)
	}
	*in = s
}
