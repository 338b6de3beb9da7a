package text

import (
	"math"
	"strconv"
	"strings"

	"lossline/engine/cite"
	"lossline/engine/law"
	"lossline/engine/plan"
	"lossline/engine/unit"
)

// Count is a count in the language of t: "72.2B", "72.2B (722亿)".
func (t *Strings) Count(v float64) string { return unit.Format(unit.Params(v), t.Numbers) }

// Short is a count without the Chinese reading, for narrow places.
func (t *Strings) Short(v float64) string { return unit.Compact(v) }

// Params is a number of parameters with its unit.
func (t *Strings) Params(v float64) string { return t.Count(v) + " " + t.UnitParams }

// Tokens is a number of tokens with its unit.
func (t *Strings) Tokens(v float64) string { return t.Count(v) + " " + t.UnitTokens }

// FLOP is an amount of compute with its unit.
func (t *Strings) FLOP(v float64) string { return unit.Format(unit.FLOPs(v), t.Numbers) + " FLOP" }

// Loss is a loss without its unit.
func (t *Strings) Loss(v float64) string { return unit.Format(unit.Loss(v), t.Numbers) }

// Ratio is a number of about one to a thousand, in three digits.
func (t *Strings) Ratio(v float64) string { return unit.Compact(v) }

// Percent is a share in percent.
func (t *Strings) Percent(v float64) string {
	return strconv.FormatFloat(math.Round(v*1000)/10, 'f', -1, 64) + "%"
}

// Factor is a multiple, "37 times".
func (t *Strings) Factor(v float64) string { return Fill(t.Times, unit.Compact(v)) }

// SpokenFLOP, SpokenParams and SpokenTokens are values in words, for ears.
func (t *Strings) SpokenFLOP(v float64) string   { return unit.Spoken(unit.FLOPs(v), t.Numbers) }
func (t *Strings) SpokenParams(v float64) string { return unit.Spoken(unit.Params(v), t.Numbers) }
func (t *Strings) SpokenTokens(v float64) string { return unit.Spoken(unit.Tokens(v), t.Numbers) }

// SpokenNumber is a number without a unit in words.
func (t *Strings) SpokenNumber(v float64) string { return unit.KindNumber.Spoken(v, t.Numbers) }

// Quantity is a value of any kind in the language of t.
func (t *Strings) Quantity(k unit.Kind, v float64) string { return k.Format(v, t.Numbers) }

// Reading says how a field's text was understood: "= 72.2B params".
func (t *Strings) Reading(v float64, show func(float64) string) string { return "= " + show(v) }

// Coefficient is the value of a law's coefficient, with the digits that were
// published.
func Coefficient(v float64) string {
	s := strconv.FormatFloat(v, 'g', 10, 64)
	if v >= 1e6 {
		s = strconv.FormatFloat(v, 'e', -1, 64)
	}
	m, e, ok := strings.Cut(s, "e")
	if !ok {
		return s
	}
	n, _ := strconv.Atoi(e)
	return m + "×10" + Superscript(n)
}

// Superscript is n in superscript digits.
func Superscript(n int) string {
	return superscripts.Replace(strconv.Itoa(n))
}

var superscripts = strings.NewReplacer("-", "⁻", "0", "⁰", "1", "¹", "2", "²", "3", "³", "4", "⁴",
	"5", "⁵", "6", "⁶", "7", "⁷", "8", "⁸", "9", "⁹")

// Budget says how a budget was understood.
func (t *Strings) Budget(b plan.Budget) string {
	c, err := b.Total()
	if err != nil {
		return err.Error()
	}
	said := Fill(t.BudgetReading, t.FLOP(float64(c)), unit.Compact(float64(c/unit.PFDay))+" PF-days")
	if b.Device == "" {
		h, _ := plan.AcceleratorByName("h100")
		days := plan.DeviceTime(c, h, plan.DefaultUtilisation) / unit.Day
		return said + t.SemiSep + Fill(t.BudgetAsDevice, unit.Compact(float64(days)), h.Name, t.Percent(plan.DefaultUtilisation))
	}
	a, _ := plan.AcceleratorByName(b.Device)
	said += t.SemiSep + Fill(t.BudgetHardware, t.Devices(b.Count), a.Name, unit.Format(b.Time, t.Numbers),
		t.Percent(b.MFU()), unit.Format(a.Peak, t.Numbers))
	if b.Utilisation == 0 {
		said += t.SemiSep + Fill(t.BudgetAssumed, t.Percent(plan.DefaultUtilisation))
	}
	return said
}

// Devices is a number of devices: in full where it is whole, since "1.02k" would be another.
func (t *Strings) Devices(count float64) string {
	if count == math.Trunc(count) && count < 1e9 {
		return t.Whole(count)
	}
	return unit.Compact(count)
}

// Typed is a value as one would type it: short where that reads back as the
// same number, and else in full.
func Typed(k unit.Kind, v float64) string {
	for _, s := range []string{unit.Compact(v), k.Format(v, unit.English)} {
		if back, err := k.Parse(s); err == nil && back == v {
			return s
		}
	}
	return k.Exact(v)
}

// BudgetText is a budget as one would type it, for the field.
func (t *Strings) BudgetText(b plan.Budget) string {
	if b.Device == "" {
		return unit.Exact(b.FLOPs)
	}
	a, _ := plan.AcceleratorByName(b.Device)
	s := unit.Exact(unit.Params(b.Count)) + " " + a.Name + " " + Typed(unit.KindDuration, float64(b.Time))
	if b.Utilisation != 0 {
		s += " " + t.Percent(b.Utilisation)
	}
	return s
}

// Method is the name of a method of allocation.
func (t *Strings) Method(id string) string {
	switch id {
	case "besiroglu2024.1":
		return "Besiroglu 2024"
	case "hoffmann2022.2":
		return "Hoffmann 2022" + t.MethodSep + t.Approach + " 3"
	case "hoffmann2022.1":
		return "Hoffmann 2022" + t.MethodSep + t.Approach + " 3" + t.MethodSep + t.Rounded
	case "hoffmann2022.a1":
		return "Hoffmann 2022" + t.MethodSep + t.Approach + " 1"
	case "hoffmann2022.a2":
		return "Hoffmann 2022" + t.MethodSep + t.Approach + " 2"
	case "kaplan2020.1":
		return "Kaplan 2020"
	case plan.OwnID:
		return t.Fit.Own
	}
	return id
}

// Said is what the engine says in English, in the language of t.
func (t *Strings) Said(english string) string {
	if s, ok := t.Codes.Engine[english]; ok {
		return s
	}
	return english
}

// LawName is what a law relates, in words.
func (t *Strings) LawName(l *law.Law) string { return t.Said(l.Name) }

// GradeOf is an evidence grade and what it means.
func (t *Strings) GradeOf(g cite.Grade) string {
	meaning := map[cite.Grade]string{cite.GradeA: t.GradeA, cite.GradeB: t.GradeB, cite.GradeC: t.GradeC, cite.GradeU: t.GradeU}[g]
	return Fill(t.Grade, string(g)) + t.ListSep + meaning
}

// Coordinate is a value of a coordinate of a law, with the unit it is quoted in.
func (t *Strings) Coordinate(s law.Symbol, v float64) string {
	if s == law.C {
		return t.FLOP(v)
	}
	return unit.Compact(v)
}

// Domain is the range that a set was fitted on, in words.
func (t *Strings) Domain(spans []law.Span) string {
	var parts []string
	for _, s := range spans {
		parts = append(parts, string(s.Symbol)+" "+Fill(t.To, t.Coordinate(s.Symbol, s.Lo), t.Coordinate(s.Symbol, s.Hi)))
	}
	return strings.Join(parts, t.ListSep)
}

// Beyond says how far outside the fitted range a point lies.
func (t *Strings) Beyond(ws []law.Warning) string {
	if said := t.beyond(ws); said != "" {
		return said
	}
	return t.BeyondNone
}

func (t *Strings) beyond(ws []law.Warning) string {
	var parts []string
	for _, w := range ws {
		switch {
		case w.Code != plan.Extrapolates:
		case w.Value < 1:
			parts = append(parts, Fill(t.BeyondBelow, string(w.Symbol), t.Factor(1/w.Value)))
		default:
			parts = append(parts, Fill(t.BeyondAbove, string(w.Symbol), t.Factor(w.Value)))
		}
	}
	return strings.Join(parts, t.ListSep)
}

// Warnings are warnings as sentences, those about the fitted range in one.
func (t *Strings) Warnings(ws []law.Warning) []string {
	var out []string
	if said := t.beyond(ws); said != "" {
		out = append(out, Fill(t.WarnBeyond, said))
	}
	for _, w := range ws {
		if w.Code != plan.Extrapolates {
			out = append(out, t.Warning(w))
		}
	}
	return out
}

// Warning is a warning as a sentence.
func (t *Strings) Warning(w law.Warning) string {
	switch w.Code {
	case plan.Extrapolates:
		return Fill(t.WarnBeyond, t.beyond([]law.Warning{w}))
	case plan.NonEmbedding:
		return t.WarnNonEmbedding
	case plan.Superseded:
		return t.WarnSuperseded
	case plan.BudgetAtBcrit:
		return t.WarnBudgetAtBcrit
	case plan.BudgetAtBatch:
		return Fill(t.WarnBudgetAtBatch, t.Factor(w.Value))
	case plan.BudgetAsCmin:
		return Fill(t.WarnBudgetAsCmin, t.Factor(w.Value))
	case plan.BatchByKaplan:
		return t.WarnBatchByKaplan
	case plan.NoLoss:
		return t.WarnNoLoss
	case plan.RoundedSet:
		return t.WarnRoundedSet
	case plan.CostMismatch:
		return Fill(t.WarnCostMismatch, t.Factor(w.Value))
	case plan.OwnPrefactor:
		return t.WarnOwnPrefactor
	case plan.LossesNotAlike:
		return t.WarnLossesNotAlike
	}
	return string(w.Code)
}
