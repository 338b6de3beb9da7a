package scenario

import (
	"lossline/app/job"
	"lossline/engine/law"
)

// OwnFrom is a fit as a law that can be planned with and put into a link, and
// false where there is no such law. Approaches 1 and 2 become an allocation.
//
// The covariance is that of the bootstrap where there was one, else that of the fit;
// its ten digits keep what they round within covSlack. One that Checked refuses is
// left out.
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
		o.setCov(f)
	}
	o.N, o.D, o.C = span(f, law.N), span(f, law.D), span(f, law.C)
	o, _ = o.Checked()
	return o, o != (OwnLaw{})
}

// setCov takes the covariance of a fit.
func (o *OwnLaw) setCov(f *job.FitReply) {
	n, cov := len(f.Coefs), f.Cov
	if len(f.BootCov) == n*n && n > 0 {
		cov, o.Resamples = f.BootCov, float64(f.Resamples)
	}
	if len(cov) != n*n {
		return
	}
	for i := range n {
		for j := range i + 1 {
			o.Cov[i*(i+1)/2+j] = rounded(cov[i*n+j], 10)
		}
	}
}

func span(f *job.FitReply, s law.Symbol) [2]float64 {
	r := f.Domain[string(s)]
	return [2]float64{r.Lo, r.Hi}
}
