package dataset

import (
	"math"
	"strings"
	"unicode"

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
