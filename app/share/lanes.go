package share

import (
	"strings"

	"lossline/app/scenario"
)

// Plans that are pinned for comparison stand in a link as what differs from the
// frozen defaults: key..value~key..value, one plan after the other behind ~~.

// MaxLanes is how many plans may be pinned.
const MaxLanes = 5

const (
	laneSep  = "~~"
	pairSep  = "~"
	valueSep = ".."
	noLane   = "same" // a plan that is the default one
)

// EncodeLane writes a plan for Scenario.Lanes.
func EncodeLane(s scenario.Scenario) string {
	s.Lanes, s.Fit = "", frozen.Fit
	l, first := Link{Page: scenario.Plan, Scenario: s}, Link{Page: scenario.Plan, Scenario: frozen}
	var pairs []string
	for _, f := range fields {
		if v := f.get(&l); v != "" && v != f.get(&first) {
			pairs = append(pairs, f.key+valueSep+v)
		}
	}
	if len(pairs) == 0 {
		return noLane
	}
	return strings.Join(pairs, pairSep)
}

// DecodeLane reads a plan that EncodeLane wrote, and reports false for another
// text.
func DecodeLane(text string) (scenario.Scenario, bool) {
	l := Link{Page: scenario.Plan, Scenario: frozen}
	if text == noLane {
		return l.Scenario, true
	}
	for pair := range strings.SplitSeq(text, pairSep) {
		key, v, ok := strings.Cut(pair, valueSep)
		f, known := fieldByKey(key)
		if !ok || !known || key == laneKey || !f.set(&l, v) {
			return frozen, false
		}
	}
	return l.Scenario, len(repair(&l)) == 0 && EncodeLane(l.Scenario) == text
}

// Lanes are the plans that are pinned, in order.
func Lanes(s scenario.Scenario) []scenario.Scenario {
	if s.Lanes == "" {
		return nil
	}
	var out []scenario.Scenario
	for text := range strings.SplitSeq(s.Lanes, laneSep) {
		if lane, ok := DecodeLane(text); ok {
			out = append(out, lane)
		}
	}
	return out
}

// Pin adds the plan of s to those that are pinned; it reports false where there
// is no room. A plan that is pinned already stays where it is.
func Pin(s scenario.Scenario) (lanes string, ok bool) {
	lane := EncodeLane(s)
	if s.Lanes == "" {
		return lane, true
	}
	all := strings.Split(s.Lanes, laneSep)
	for _, text := range all {
		if text == lane {
			return s.Lanes, true
		}
	}
	if len(all) >= MaxLanes {
		return s.Lanes, false
	}
	return s.Lanes + laneSep + lane, true
}

// Unpin takes the i-th plan away.
func Unpin(s scenario.Scenario, i int) string {
	all := strings.Split(s.Lanes, laneSep)
	if i < 0 || i >= len(all) {
		return s.Lanes
	}
	return strings.Join(append(all[:i:i], all[i+1:]...), laneSep)
}

const laneKey = "pin"

var laneField = field{laneKey, func(l *Link) string { return l.Scenario.Lanes }, func(l *Link, v string) bool {
	all := strings.Split(v, laneSep)
	if len(all) > MaxLanes {
		return false
	}
	for _, text := range all {
		if _, ok := DecodeLane(text); !ok {
			return false
		}
	}
	l.Scenario.Lanes = v
	return true
}}

// The digests of the numbers that a link was shared with: scenario.Digest.
var (
	digestField      = digest("rn", func(l *Link) *string { return &l.Digest })
	firstDigestField = digest("r", func(l *Link) *string { return &l.First })
)

func digest(key string, at func(*Link) *string) field {
	return field{key, func(l *Link) string { return *at(l) }, func(l *Link, v string) bool {
		ok := len(v) <= 8 && strings.Trim(v, "0123456789abcdefghijklmnopqrstuvwxyz") == ""
		if ok {
			*at(l) = v
		}
		return ok
	}}
}
