package share

import "slices"

// tourStops are the stops of the guided tour, as links have them.
var tourStops = []string{"1", "2", "3", "4", "5", "6"}

// tourField says at which stop of the guided tour the page is.
var tourField = field{"tour", func(l *Link) string { return l.Tour }, func(l *Link, v string) bool {
	ok := slices.Contains(tourStops, v)
	if ok {
		l.Tour = v
	}
	return ok
}}
