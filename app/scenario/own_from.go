package scenario

import (
	"strconv"

	"lossline/app/job"
	"lossline/engine/law"
)

// OwnFrom is a fit as a law that can be planned with and put into a link, and
// false where there is no such law. Approaches 1 and 2 become an allocation.
// Covariances keep seven digits, more than they are good for.
func OwnFrom(f *job.FitReply) (OwnLaw, bool) {
	if f == nil {
		return OwnLaw{}, false
	}
	o := OwnLaw{Law: f.Law, Rows: float64(f.Rows), Digest: f.Digest, Counting: float64(f.Counting)}
	if a := f.Approach; a != nil {
		o.Law = law.PowerAllocation.ID
		o.Theta[0], o.Theta[1] = a.Coef, a.A.Value
	} else {
		for i, c := range f.Coefs {
			if i == len(o.Theta) {
				return OwnLaw{}, false
			}
			o.Theta[i] = c.Value
		}
		n := len(f.Coefs)
		for i := range n {
			for j := range i + 1 {
				if len(f.Cov) == n*n {
					o.Cov[i*(i+1)/2+j] = digits7(f.Cov[i*n+j])
				}
			}
		}
	}
	o.N, o.D, o.C = span(f, law.N), span(f, law.D), span(f, law.C)
	return o, o.Valid()
}

func span(f *job.FitReply, s law.Symbol) [2]float64 {
	r := f.Domain[string(s)]
	return [2]float64{r.Lo, r.Hi}
}

func digits7(x float64) float64 {
	v, _ := strconv.ParseFloat(strconv.FormatFloat(x, 'g', 7, 64), 64)
	return v
}
