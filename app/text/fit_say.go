package text

import (
	"strings"

	"lossline/app/job"
	"lossline/engine/dataset"
	"lossline/engine/law"
	"lossline/engine/unit"
)

// JobError is why work gave nothing: the sentence for its code or, where there is
// none, the English one that it brings.
func (t *Strings) JobError(e *job.Error) string {
	said := e.Message
	if template, ok := t.Codes.Jobs[e.Code]; ok {
		args := append(append([]string(nil), e.Args...), "", "", "", "") // a sentence never shows a bare placeholder
		if e.Code == "bad-cell" && len(e.Args) > 2 {
			args[1] = t.cellProblem(e.Args[1], e.Args[2], dataset.RoleNone)
		}
		said = Fill(template, args...)
	}
	switch {
	case e.Row > 0 && e.Column != "":
		return Fill(t.Fit.Place, t.Whole(float64(e.Row)), e.Column) + t.Colon + said
	case e.Row > 0:
		return Fill(t.Fit.PlaceRow, t.Whole(float64(e.Row))) + t.Colon + said
	}
	return said
}

// FileError is why a file is not read.
func (t *Strings) FileError(c dataset.Code) string {
	return t.JobError(&job.Error{Code: "file-" + string(c), Args: []string{"", c.Limit()}})
}

// FitWarning is a warning of a fit as a sentence.
func (t *Strings) FitWarning(w job.Warning) string {
	template, ok := t.Codes.FitWarnings[w.Code]
	if !ok {
		return w.Code
	}
	args := []string{t.Symbols(w.Coefs)}
	for _, v := range w.Value {
		args = append(args, unit.Compact(v))
	}
	if w.Code == "not-6nd" && len(w.Value) == 2 && w.Value[1] > 0 {
		args[1] = unit.Compact(w.Value[1]) // of the furthest
	}
	return Fill(template, append(args, "", "")...)
}

// Symbols is a list of symbols: "A, B and α".
func (t *Strings) Symbols(s []string) string {
	if len(s) < 2 {
		return strings.Join(s, "")
	}
	last := len(s) - 1
	all := strings.Join(s[:last], t.ListSep) + t.Fit.And + s[last]
	return strings.ReplaceAll(all, "） ", "）") // a full-width bracket has its space in it
}

// LeftOut is why a law was not compared.
func (t *Strings) LeftOut(l job.LeftOut) string {
	if template, ok := t.Codes.LeftOut[l.Code]; ok {
		return Fill(template, t.Symbols(l.Need))
	}
	return l.Code
}

// ReadNote is what was noticed about a table.
func (t *Strings) ReadNote(n dataset.Note) string {
	template, ok := t.Codes.ReadNotes[n.Code]
	if !ok {
		return string(n.Code)
	}
	return Fill(template, n.Column, unit.Compact(n.Lo), unit.Compact(n.Hi), unit.Compact(n.Scale))
}

// ReadProblem is what is wrong in a table, with its place.
func (t *Strings) ReadProblem(p dataset.Problem) string {
	place := Fill(t.Fit.PlaceRow, t.Whole(float64(p.Row)))
	if p.Column != "" {
		place = Fill(t.Fit.Place, t.Whole(float64(p.Row)), p.Column)
	}
	return place + t.Colon + t.cellProblem(string(p.Code), p.Cell, p.Role)
}

// cellProblem is what is wrong with a cell, without its place.
func (t *Strings) cellProblem(code, cell string, r dataset.Role) string {
	if template, ok := t.Codes.ReadProblems[dataset.Code(code)]; ok {
		return Fill(template, cell)
	}
	return t.ParseError(unit.ParseError{Code: unit.Code(code), Word: cell, Want: roleKind(r)})
}

// roleKind is the kind of quantity that a role has.
func roleKind(r dataset.Role) unit.Kind {
	switch r {
	case dataset.RoleN:
		return unit.KindParams
	case dataset.RoleD, dataset.RoleU, dataset.RoleB:
		return unit.KindTokens
	case dataset.RoleC:
		return unit.KindFLOPs
	case dataset.RoleLoss:
		return unit.KindLoss
	case dataset.RoleS:
		return unit.KindSteps
	}
	return unit.KindNumber
}

// FitLaw is the name of what is fitted: a law, or an approach to N ∝ C^a.
func (t *Strings) FitLaw(id string) string {
	switch id {
	case "isoflop":
		return t.Fit.Isoflop
	case "envelope":
		return t.Fit.Envelope
	}
	if l, ok := law.ByID(id); ok {
		return t.LawName(l)
	}
	return id
}

// Estimate is a fitted number, in four digits.
func Estimate(v float64) string { return unit.Digits(v, 4) }

// Interval is a number with the range that holds it.
func (t *Strings) Interval(v job.Interval, show func(float64) string) string {
	if v.Level == 0 || v.Lo == v.Hi {
		return show(v.Value)
	}
	return Fill(t.Fit.Between, show(v.Value), show(v.Lo), show(v.Hi))
}
