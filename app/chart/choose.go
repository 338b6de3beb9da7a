package chart

import "gonum.org/v1/plot/vg"

// orRole returns r, or the other role if r is for the figure to choose.
func orRole(r, otherwise Role) Role {
	if r == Auto || r >= numRoles {
		return otherwise
	}
	return r
}

// lineRole returns the role of line i.
func (s *scene) lineRole(i int) Role { return orRole(s.fig.Lines[i].Role, SeriesRole(i)) }

// bandRole returns the role of band i.
func (s *scene) bandRole(i int) Role { return orRole(s.fig.Bands[i].Role, SeriesRole(i)) }

// dotRole returns the role of the i-th observations, which is neutral where
// there are lines: they belong to none of these.
func (s *scene) dotRole(i int) Role {
	if len(s.fig.Lines) > 0 {
		return orRole(s.fig.Points[i].Role, Muted)
	}
	return orRole(s.fig.Points[i].Role, SeriesRole(i))
}

// dotMarker returns the marker of the i-th observations.
func (s *scene) dotMarker(i int) Marker {
	if m := s.fig.Points[i].Marker; m != AutoMarker {
		return m
	}
	return s.dotRole(i).Marker()
}

// dash returns the pattern of line i where it is not solid, and whether it is
// solid nowhere. Dashes mean extrapolation; only in a figure that says nothing
// of fitted ranges do they tell the lines apart.
func (s *scene) dash(i int) (pattern []vg.Length, all bool) {
	role := s.lineRole(i)
	if !s.fitted {
		return role.Dash(), role > S1 && len(s.fig.Lines) > 1
	}
	return role.Dash(), false
}
