package share

import "lossline/app/scenario"

// whyField is the number that is explained.
var whyField = field{"why", func(l *Link) string { return l.Scenario.Why }, func(l *Link, v string) bool {
	ok := scenario.ValidWhy(v)
	if ok {
		l.Scenario.Why = v
	}
	return ok
}}
