package chart

import "testing"

// Names hide no observation and no other name.
func TestNames(t *testing.T) {
	s := newScene()
	f := withNames()
	if err := s.lay(f, Light, 440, 340); err != nil {
		t.Fatal(err)
	}
	placed := 0
	for _, p := range f.Points {
		for k, name := range p.Names {
			m := s.mapper()
			b, ok := s.placeName(m.pt(p.Pts[k]), tickFace.width(name))
			if !ok {
				continue
			}
			placed++
			if s.hidesDot(b) || s.isTaken(b) || !b.within(s.area) {
				t.Errorf("%s lies on something: %+v", name, b)
			}
			s.taken = append(s.taken, b)
		}
	}
	if placed < 10 {
		t.Errorf("only %d of 16 names found a place", placed)
	}
}
