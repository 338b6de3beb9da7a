package dataset

import (
	"strings"
	"unicode/utf8"
)

// guess is what a name says of its column.
type guess struct {
	role      Role
	scale     float64
	transform Transform
	note      Code
	exact     bool // the whole name is known
	len       int  // of the known part
	rank      int  // of losses: training 0, unnamed 1, test 2, validation 3
}

// nameGuess reads the name of a column and the unit below it.
func nameGuess(name, units string) guess {
	plain, inside := brackets(foldWidth(name))
	if i := strings.IndexByte(plain, '/'); i > 0 && i+1 < len(plain) && isDigit(plain[i+1]) { // N/1e6
		plain, inside = plain[:i], append(inside, plain[i+1:])
	}
	if units != "" {
		below, more := brackets(foldWidth(units))
		inside = append(append(inside, strings.TrimSpace(below)), more...)
	}
	words, transform := logarithm(wordsOf(plain))
	if len(words) == 1 && len(inside) > 0 && transform == AsIs { // log10(N) has its name inside
		_, transform = logarithm(append(words, inside[0]))
	}
	g := known(words)
	for _, u := range inside {
		if h := known(wordsOf(u)); g.role == RoleNone && g.note == "" && (h.role != RoleNone || h.note != "") {
			g, g.exact = h, true
			continue
		}
		g.unit(u)
	}
	if g.role.kind() != 0 && g.scale == 1 && len(words) > 1 {
		g.suffix(words[len(words)-1])
	}
	switch {
	case g.note == NotePpl:
		g.transform = Ln
	case transform != AsIs && g.role.kind() != 0 && g.role != RoleLoss:
		g.transform, g.note = transform, NoteLog
	}
	if g.role == RoleLoss {
		g.rank = lossRank(append(words, wordsOf(strings.Join(inside, " "))...))
	}
	return g
}

// known finds the longest known name in words.
func known(words []string) guess {
	all := " " + strings.Join(words, " ") + " "
	compact := strings.Join(words, "")
	g := guess{scale: 1}
	other := false
	for _, w := range words {
		other = other || strings.Contains(otherWords, " "+w+" ")
	}
	for _, c := range columnNames {
		exact := all == " "+c.words+" " || compact == c.words
		part := len(c.words) > 2 && strings.Contains(all, " "+c.words+" ") || !ascii(c.words) && strings.Contains(compact, c.words)
		part = part && !c.role.text() && c.role != RoleWeight && c.words != "size"
		if !exact && (!part || other && !strings.Contains(c.words, " ")) || len(c.words) <= g.len && !exact {
			continue
		}
		g = guess{role: c.role, scale: c.scale, note: c.note, exact: exact && c.words != "size", len: len(c.words)}
		if g.scale == 0 {
			g.scale = 1
		}
		if exact {
			return g
		}
	}
	return g
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

func ascii(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return r >= utf8.RuneSelf }) < 0
}

// logarithm takes the word for a logarithm off the front.
func logarithm(words []string) ([]string, Transform) {
	if len(words) < 2 {
		return words, AsIs
	}
	switch words[0] {
	case "log10", "lg":
		return words[1:], Exp10
	case "ln", "log":
		return words[1:], Exp
	}
	return words, AsIs
}

func lossRank(words []string) int {
	rank := 1
	for _, w := range words {
		switch w {
		case "val", "valid", "validation", "eval", "dev", "heldout", "验证", "验证损失":
			return 3
		case "test", "测试", "测试损失":
			rank = 2
		case "train", "training", "训练", "训练损失":
			rank = 0
		}
	}
	return rank
}
