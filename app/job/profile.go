package job

import (
	"context"

	"lossline/engine/fit"
)

// profile answers OpProfile: the objective along one coefficient, all others at
// their best for it.
func (s *Session) profile(ctx context.Context, r Request) (*ProfileReply, error) {
	src, res, err := s.fitted(ctx, r)
	if err != nil {
		return nil, err
	}
	i := coefIndex(res.Law, r.Coef)
	if i < 0 {
		return nil, fail("unknown-coef", []string{r.Coef, res.Law.ID}, "the law %s has no coefficient %q", res.Law.ID, r.Coef)
	}
	c, err := fit.Profile(ctx, res, src.runs, i, r.level())
	if err != nil {
		return nil, err
	}
	out := &ProfileReply{Coef: r.Coef, Best: res.Theta[i], Limit: finite(c.Limit), OpenLo: c.Open[0], OpenHi: c.Open[1]}
	out.Interval = Interval{res.Theta[i], finite(c.Interval.Lo), finite(c.Interval.Hi), c.Interval.Level}
	for k, v := range c.Value {
		if finite(v) == v {
			out.At, out.Value = append(out.At, c.At[k]), append(out.Value, v)
		}
	}
	return out, nil
}
