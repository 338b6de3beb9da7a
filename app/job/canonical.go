package job

import (
	"strconv"
	"strings"

	"lossline/engine/dataset"
	"lossline/engine/law"
)

// bare is what of runs matters to a fit, as links carry it: names are left out,
// curves and groups are numbered in the order in which they come, and a compute
// that is 6·N·D is left to be computed again.
func bare(runs []dataset.Run) []dataset.Run {
	out := make([]dataset.Run, len(runs))
	curves, groups := map[string]string{}, map[string]string{}
	for i, r := range runs {
		r.Name, r.Curve, r.Group = "", numbered(curves, r.Curve), numbered(groups, r.Group)
		if r.N > 0 && r.D > 0 && r.C == law.Compute(r.N, r.D) {
			r.C = 0
		}
		out[i] = r
	}
	return out
}

func numbered(seen map[string]string, name string) string {
	if name == "" {
		return ""
	}
	n, ok := seen[name]
	if !ok {
		n = strconv.Itoa(len(seen) + 1)
		seen[name] = n
	}
	return n
}

// canonical is the text of runs for a link. Where it can, it has each run on the
// line that it came from, so that rows keep their numbers: same says so.
func canonical(runs []dataset.Run) (text string, same bool) {
	text = dataset.Canonical(bare(runs))
	if text == "" || len(runs) == 0 || runs[0].Row < 2 || runs[len(runs)-1].Row > 2*len(runs)+100 {
		return text, false
	}
	head, rest, _ := strings.Cut(text, "\n")
	lines := strings.Split(rest, "\n")
	var b strings.Builder
	b.WriteString(head)
	at := 1
	for i, r := range runs {
		if r.Row <= at || i >= len(lines) {
			return text, false
		}
		for ; at < r.Row; at++ {
			b.WriteByte('\n')
		}
		b.WriteString(lines[i])
	}
	return b.String(), true
}
