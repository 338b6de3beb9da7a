package dataset

import (
	"math"
	"strings"
	"unicode"
	"unicode/utf8"

	"lossline/engine/unit"
)

// columnNames are the names of columns that are known, in lower-case words.
// Han names match wherever they stand. A longer one wins.
var columnNames = [...]struct {
	words string
	role  Role
	scale float64 // 0 stands for 1
	note  Code
}{
	{words: "n", role: RoleN}, {words: "param", role: RoleN}, {words: "params", role: RoleN}, {words: "nparams", role: RoleN},
	{words: "parameters", role: RoleN}, {words: "parameter count", role: RoleN}, {words: "model size", role: RoleN},
	{words: "num params", role: RoleN}, {words: "n params", role: RoleN}, {words: "total params", role: RoleN},
	{words: "size", role: RoleN}, {words: "n total", role: RoleN}, {words: "n non embedding", role: RoleN}, {words: "参数", role: RoleN}, {words: "参数量", role: RoleN}, {words: "模型大小", role: RoleN},
	{words: "模型规模", role: RoleN},

	{words: "d", role: RoleD}, {words: "token", role: RoleD}, {words: "tokens", role: RoleD}, {words: "ntokens", role: RoleD},
	{words: "num tokens", role: RoleD}, {words: "n tokens", role: RoleD}, {words: "tokens seen", role: RoleD},
	{words: "train tokens", role: RoleD}, {words: "training tokens", role: RoleD}, {words: "total tokens", role: RoleD},
	{words: "dataset size", role: RoleD}, {words: "data size", role: RoleD}, {words: "training data", role: RoleD},
	{words: "token数", role: RoleD}, {words: "tokens数", role: RoleD}, {words: "数据量", role: RoleD}, {words: "词元", role: RoleD},

	{words: "c", role: RoleC}, {words: "flop", role: RoleC}, {words: "flops", role: RoleC}, {words: "compute", role: RoleC},
	{words: "train flops", role: RoleC}, {words: "training flop", role: RoleC}, {words: "training flops", role: RoleC},
	{words: "total flops", role: RoleC}, {words: "training compute", role: RoleC}, {words: "compute budget", role: RoleC},
	{words: "pf days", role: RoleC, scale: float64(unit.PFDay)}, {words: "pfdays", role: RoleC, scale: float64(unit.PFDay)},
	{words: "pflops days", role: RoleC, scale: float64(unit.PFDay)}, {words: "pflop s days", role: RoleC, scale: float64(unit.PFDay)},
	{words: "petaflop s days", role: RoleC, scale: float64(unit.PFDay)}, {words: "petaflop days", role: RoleC, scale: float64(unit.PFDay)},
	{words: "计算量", role: RoleC}, {words: "算力", role: RoleC}, {words: "浮点运算", role: RoleC},

	{words: "loss", role: RoleLoss}, {words: "cross entropy", role: RoleLoss}, {words: "ce", role: RoleLoss},
	{words: "nll", role: RoleLoss}, {words: "损失", role: RoleLoss},
	{words: "val loss", role: RoleLoss}, {words: "validation loss", role: RoleLoss}, {words: "eval loss", role: RoleLoss},
	{words: "test loss", role: RoleLoss}, {words: "final loss", role: RoleLoss}, {words: "train loss", role: RoleLoss},
	{words: "training loss", role: RoleLoss}, {words: "验证损失", role: RoleLoss}, {words: "测试损失", role: RoleLoss}, {words: "训练损失", role: RoleLoss},
	{words: "ppl", role: RoleLoss, note: NotePpl}, {words: "perplexity", role: RoleLoss, note: NotePpl}, {words: "困惑度", role: RoleLoss, note: NotePpl},
	{words: "bits per token", role: RoleLoss, scale: math.Ln2, note: NoteBits}, {words: "bpt", role: RoleLoss, scale: math.Ln2, note: NoteBits},
	{words: "bpb", note: NoteBitsByte}, {words: "bits per byte", note: NoteBitsByte}, {words: "bits per char", note: NoteBitsByte}, {words: "bpc", note: NoteBitsByte},

	{words: "s", role: RoleS}, {words: "step", role: RoleS}, {words: "steps", role: RoleS}, {words: "global step", role: RoleS},
	{words: "train steps", role: RoleS}, {words: "training steps", role: RoleS}, {words: "iteration", role: RoleS}, {words: "iterations", role: RoleS},
	{words: "iter", role: RoleS}, {words: "updates", role: RoleS}, {words: "步数", role: RoleS}, {words: "步", role: RoleS},

	{words: "b", role: RoleB}, {words: "batch tokens", role: RoleB}, {words: "tokens per batch", role: RoleB},
	{words: "tokens per step", role: RoleB}, {words: "batch size tokens", role: RoleB}, {words: "batch size in tokens", role: RoleB},
	{words: "batch size", note: NoteBatch}, {words: "batch", note: NoteBatch}, {words: "批大小", note: NoteBatch},

	{words: "u", role: RoleU}, {words: "unique tokens", role: RoleU}, {words: "unique data", role: RoleU}, {words: "唯一token", role: RoleU},
	{words: "epoch", note: NoteEpochs}, {words: "epochs", note: NoteEpochs}, {words: "轮数", note: NoteEpochs},

	{words: "error", role: RoleError}, {words: "error rate", role: RoleError}, {words: "top1 error", role: RoleError}, {words: "错误率", role: RoleError},
	{words: "weight", role: RoleWeight}, {words: "sample weight", role: RoleWeight}, {words: "权重", role: RoleWeight},
	{words: "name", role: RoleName}, {words: "run name", role: RoleName}, {words: "model", role: RoleName}, {words: "model name", role: RoleName},
	{words: "名称", role: RoleName}, {words: "模型", role: RoleName}, {words: "模型名", role: RoleName},
	{words: "run", role: RoleCurve}, {words: "run id", role: RoleCurve}, {words: "runid", role: RoleCurve}, {words: "curve", role: RoleCurve}, {words: "运行", role: RoleCurve},
	{words: "group", role: RoleGroup}, {words: "experiment", role: RoleGroup}, {words: "dataset", role: RoleGroup}, {words: "train dataset", role: RoleGroup},
	{words: "实验", role: RoleGroup}, {words: "数据集", role: RoleGroup},
}

// otherWords turn a name that has a known part into one of something else: a
// rate, a spread, a bound, a hyper-parameter.
const otherWords = " second seconds sec time lr std stderr se ci lower upper norm grad scale spike delta gap ratio multiplier mult " +
	"rank vocab layers heads width depth embd per warmup decay seq sequence length gpu gpus mfu epoch chinchilla "

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
	if bare, more := brackets(foldWidth(units)); units != "" {
		inside = append(append(inside, strings.TrimSpace(bare)), more...)
	}
	if i := strings.IndexByte(plain, '/'); i > 0 && i+1 < len(plain) && plain[i+1] >= '0' && plain[i+1] <= '9' {
		inside = append(inside, plain[i+1:]) // N/1e6
		plain = plain[:i]
	}
	words := wordsOf(plain)
	transform := AsIs
	words, transform = logarithm(words)
	g := known(words)
	if g.scale == 0 {
		g.scale = 1
	}
	if len(words) == 1 && len(inside) > 0 { // log10(N) has its name inside
		_, transform = logarithm(append(words, inside[0]))
	}
	for _, u := range inside {
		if g.role == RoleNone && g.note == "" {
			if h := known(wordsOf(u)); h.role != RoleNone || h.note != "" { // log10(N)
				h.scale, h.exact = max(h.scale, 1), true
				g = h
				continue
			}
		}
		g.unit(u)
	}
	if g.role.kind() != 0 && g.scale == 1 && len(words) > 1 {
		g.suffix(words[len(words)-1])
	}
	if transform != AsIs && g.role.kind() != 0 && g.role != RoleLoss {
		g.transform, g.note = transform, NoteLog
	}
	if g.note == NotePpl {
		g.transform = Ln
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
	var g guess
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
		if exact {
			return g
		}
	}
	return g
}

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

// unit takes in what stands in brackets behind a name, or below it.
func (g *guess) unit(u string) {
	u = strings.ToLower(u)
	switch {
	case g.role == RoleLoss && (strings.Contains(u, "byte") || u == "bpb" || strings.Contains(u, "char")):
		*g = guess{note: NoteBitsByte, scale: 1}
	case g.role == RoleLoss && strings.Contains(u, "bit") && g.note == "":
		g.scale, g.note = math.Ln2, NoteBits
	case g.role == RoleLoss && (u == "ppl" || u == "perplexity"):
		g.note = NotePpl
	case g.role == RoleError && u == "%":
		g.scale = 0.01
	case g.role.kind() != 0 && g.role != RoleLoss && g.scale == 1:
		if v := unitScale(g.role.kind(), u); v > 0 {
			g.scale = v
		}
	}
}

// unitScale is the factor that a unit stands for, in lower case, 0 if it is none.
func unitScale(k unit.Kind, u string) float64 {
	u = strings.TrimLeft(strings.TrimPrefix(strings.TrimSpace(u), "in "), "x×* ")
	for _, word := range [...]struct {
		word  string
		scale float64
	}{{"k", 1e3}, {"thousand", 1e3}, {"m", 1e6}, {"mln", 1e6}, {"mio", 1e6}, {"million", 1e6}, {"b", 1e9}, {"bn", 1e9}, {"bln", 1e9},
		{"g", 1e9}, {"billion", 1e9}, {"t", 1e12}, {"tn", 1e12}, {"trillion", 1e12}, {"万", 1e4}, {"亿", 1e8}, {"万亿", 1e12}} {
		for _, tail := range [...]string{"", "s", " params", " parameters", " tokens", "s of tokens", "s of parameters", " of tokens", "参数", "词元", "token"} {
			if u == word.word+tail {
				return word.scale
			}
		}
	}
	if k == unit.KindFLOPs {
		u = strings.Replace(strings.Replace(u, "flops/s", "flop/s", 1), "flops", "FLOP", 1) // as a name: an amount
	}
	if u == "" || u[0] < '0' || u[0] > '9' {
		u = "1 " + u
	}
	v, err := k.Parse(u)
	if err != nil {
		return 0
	}
	return v
}

// suffix takes in a last word that scales: params_b, tokens_millions.
func (g *guess) suffix(word string) {
	switch word {
	case "k", "m", "b", "bn", "t", "million", "millions", "billion", "billions", "trillion", "trillions", "万", "亿":
		if g.role != RoleLoss {
			g.scale = unitScale(g.role.kind(), word)
		}
	case "bits":
		if g.role == RoleLoss {
			g.scale, g.note = math.Ln2, NoteBits
		}
	case "pct", "percent":
		if g.role == RoleError {
			g.scale = 0.01
		}
	}
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

// foldWidth maps full-width ASCII to ASCII.
func foldWidth(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= '！' && r <= '～' {
			return r - '！' + '!'
		}
		return r
	}, s)
}

// brackets parts a name from what it has in brackets.
func brackets(s string) (plain string, inside []string) {
	for {
		i := strings.IndexAny(s, "([")
		if i < 0 {
			return plain + s, inside
		}
		plain += s[:i] + " "
		s = s[i+1:]
		j := strings.IndexAny(s, ")]")
		if j < 0 {
			return plain, append(inside, s)
		}
		inside = append(inside, strings.TrimSpace(s[:j]))
		s = s[j+1:]
	}
}

// wordsOf cuts a name into lower-case words: at what is no letter or digit,
// between numParams' halves, and between scripts.
func wordsOf(s string) []string {
	var words []string
	var word []rune
	last := rune(0)
	flush := func() {
		if len(word) > 0 {
			words = append(words, string(word))
			word = word[:0]
		}
	}
	for _, r := range s {
		han := r >= 0x2e80
		switch {
		case !unicode.IsLetter(r) && !unicode.IsDigit(r):
			flush()
		case han != (last >= 0x2e80), unicode.IsUpper(r) && unicode.IsLower(last):
			flush()
			word = append(word, unicode.ToLower(r))
		default:
			word = append(word, unicode.ToLower(r))
		}
		last = r
	}
	flush()
	return words
}
