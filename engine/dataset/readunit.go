package dataset

import (
	"math"
	"strings"

	"lossline/engine/unit"
)

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
