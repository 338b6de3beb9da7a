package fit

import (
	"context"
	"math"

	"lossline/engine/law"
	"lossline/engine/num"
)

// general is the kernel of any law: it asks the law for its value and gradient.
type general struct {
	law  *law.Law
	held [most]bool // coefficients by which nobody needs a derivative

	theta, grad []float64
	pull        []float64 // by row: the weighted ψ at the last slope, over f for logarithms
}

func newGeneral(l *law.Law, t *table) *general {
	return &general{
		law:   l,
		theta: make([]float64, len(l.Coefs)), grad: make([]float64, len(l.Coefs)),
		pull: make([]float64, t.rows()),
	}
}

func (k *general) cheap() bool { return false }

// at puts the law's coefficients at u into theta.
func (k *general) at(u *vector) {
	for j := range k.theta {
		k.theta[j] = outOf(&k.law.Coefs[j], u[j])
	}
}

func (k *general) residual(o *objective, t *table, i int) float64 {
	f := float64(k.law.Loss(k.theta, t.points[i]))
	if o.linear {
		return f - t.y[i]
	}
	return num.Log(f) - t.lnY[i]
}

func (k *general) residuals(o *objective, t *table, u *vector, dst []float64) {
	k.at(u)
	for i := range dst {
		dst[i] = k.residual(o, t, i)
	}
}

func (k *general) gradients(o *objective, t *table, u *vector, dst []float64, jac []vector) {
	k.residuals(o, t, u, dst)
	for i := range dst {
		over := 1.0
		if !o.linear {
			over = 1 / float64(k.law.Loss(k.theta, t.points[i]))
		}
		k.gradient(u, t.points[i])
		for b, g := range k.grad {
			jac[i][b] = g * over
		}
	}
}

func (k *general) value(ctx context.Context, o *objective, t *table, u *vector) (float64, error) {
	k.at(u)
	var sum float64
	for i := range t.y {
		if i%chunk == 0 && ctx.Err() != nil {
			return 0, ctx.Err()
		}
		if t.w[i] == 0 {
			continue
		}
		h, _, _ := o.at(k.residual(o, t, i))
		sum += float64(t.w[i] * h)
	}
	return sum * o.scale, nil
}

func (k *general) slope(ctx context.Context, o *objective, t *table, u *vector, m mode, out *slope) error {
	*out = slope{}
	k.at(u)
	for i := range t.y {
		if i%chunk == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		w := t.w[i]
		if w == 0 {
			continue
		}
		f := float64(k.law.Loss(k.theta, t.points[i]))
		over, r := 1.0, f-t.y[i]
		if !o.linear {
			over, r = 1/f, num.Log(f)-t.lnY[i]
		}
		h, psi, curve := o.at(r)
		out.f += float64(w * h)
		k.pull[i] = w * psi * over
		curve *= w
		if m == design {
			curve = w
		}
		if m == newton && !o.linear {
			curve -= float64(w * psi)
		}
		k.gradient(u, t.points[i])
		for a := range k.grad {
			ga := k.grad[a]
			out.g[a] += float64(k.pull[i] * ga)
			c := curve * over * over * ga
			for b := a; b < len(k.grad); b++ {
				out.h[a][b] += float64(c * k.grad[b])
			}
		}
	}
	for a := range k.grad {
		for b := a + 1; b < len(k.grad); b++ {
			out.h[b][a] = out.h[a][b]
		}
	}
	if m == newton {
		if err := k.bend(ctx, t, u, out); err != nil {
			return err
		}
	}
	out.scale(o.scale)
	return nil
}

// bend adds Σ pull·∇²f to the Hessian, by central differences of Σ pull·∇f, or of
// Σ pull·f where the law has no gradient.
func (k *general) bend(ctx context.Context, t *table, u *vector, out *slope) error {
	if k.law.Grad == nil {
		return k.bendTwice(ctx, t, u, out)
	}
	var bent matrix
	for a := range k.theta {
		if k.held[a] {
			continue
		}
		v, step := *u, float64(1e-5*max(0.1, math.Abs(u[a])))
		var side [2]vector
		for s, sign := range [2]float64{1, -1} {
			v[a] = u[a] + float64(sign*step)
			k.at(&v)
			for i := range t.y {
				if i%chunk == 0 && ctx.Err() != nil {
					return ctx.Err()
				}
				if k.pull[i] == 0 {
					continue
				}
				k.gradient(&v, t.points[i])
				for b, g := range k.grad {
					side[s][b] += float64(k.pull[i] * g)
				}
			}
		}
		for b := range k.grad {
			bent[a][b] = (side[0][b] - side[1][b]) / (2 * step)
		}
	}
	for a := range k.theta {
		for b := range k.theta {
			out.h[a][b] += float64(0.5 * (bent[a][b] + bent[b][a]))
		}
	}
	return nil
}

// bendTwice is bend by second differences, with steps large enough to rise above
// their noise.
func (k *general) bendTwice(ctx context.Context, t *table, u *vector, out *slope) error {
	var err error
	pulled := func(a, b int, sign float64) float64 {
		if err == nil {
			err = ctx.Err()
		}
		if err != nil {
			return 0
		}
		v := *u
		v[a] += float64(sign * wide(u[a]))
		if a != b {
			v[b] += float64(sign * wide(u[b]))
		}
		k.at(&v)
		var sum float64
		for i := range t.y {
			if k.pull[i] != 0 {
				sum += float64(k.pull[i] * float64(k.law.Loss(k.theta, t.points[i])))
			}
		}
		return sum
	}
	var pairs vector // P(u+h) + P(u−h) by coefficient
	middle := 0.0
	for a := range k.theta {
		if k.held[a] {
			continue
		}
		if middle == 0 {
			middle = float64(2 * pulled(a, a, 0))
		}
		pairs[a] = pulled(a, a, 1) + pulled(a, a, -1)
		out.h[a][a] += (pairs[a] - middle) / (wide(u[a]) * wide(u[a]))
		for b := range a {
			if k.held[b] {
				continue
			}
			both := pulled(a, b, 1) + pulled(a, b, -1)
			h := (both - pairs[a] - pairs[b] + middle) / (2 * wide(u[a]) * wide(u[b]))
			out.h[a][b] += h
			out.h[b][a] += h
		}
	}
	return err
}

// wide is the step of second differences at a working coefficient.
func wide(u float64) float64 { return float64(3e-4 * max(0.1, math.Abs(u))) }

// gradient puts ∂f/∂u at p into grad; theta must be that of u.
func (k *general) gradient(u *vector, p law.Point) {
	if k.law.Grad == nil {
		k.differences(u, p)
		return
	}
	k.law.Grad(k.grad, k.theta, p)
	for j := range k.grad {
		switch {
		case k.held[j]:
			k.grad[j] = 0
		case k.law.Coefs[j].Log:
			k.grad[j] *= k.theta[j]
		}
	}
}

func (k *general) differences(u *vector, p law.Point) {
	for j := range k.theta {
		k.grad[j] = 0
		if k.held[j] {
			continue
		}
		c, was := &k.law.Coefs[j], k.theta[j]
		step := float64(6e-6 * max(0.1, math.Abs(u[j]))) // ∛ε of the scale balances truncation and rounding
		k.theta[j] = outOf(c, u[j]+step)
		up := k.law.Loss(k.theta, p)
		k.theta[j] = outOf(c, u[j]-step)
		k.grad[j] = float64(up-k.law.Loss(k.theta, p)) / (2 * step)
		k.theta[j] = was
	}
}

// scale multiplies all of s.
func (s *slope) scale(by float64) {
	s.f *= by
	for a := range s.g {
		s.g[a] *= by
		for b := range s.h {
			s.h[a][b] *= by
		}
	}
}

// into is the working coefficient of the law's coefficient, outOf the reverse.
func into(c *law.Coef, v float64) float64 {
	if c.Log {
		return num.Log(v)
	}
	return v
}

func outOf(c *law.Coef, u float64) float64 {
	if c.Log {
		return num.Exp(u)
	}
	return u
}
