package job

import (
	"context"
	"errors"
	"fmt"
	"strconv"

	"lossline/engine/dataset"
	"lossline/engine/fit"
	"lossline/engine/isoflop"
	"lossline/engine/law"
	"lossline/engine/shape"
	"lossline/engine/transfer"
	"lossline/engine/trial"
)

// fail is an Error with its code, the arguments of its sentence and the English
// sentence itself.
func fail(code string, args []string, format string, values ...any) *Error {
	return &Error{Code: code, Args: args, Message: fmt.Sprintf(format, values...)}
}

// asError gives an error of the engine its code and its place.
func asError(err error) *Error {
	var (
		own   *Error
		cell  *dataset.CellError
		run   *isoflop.RunError
		opt   *isoflop.OptimaError
		coord *law.CoordinateError
		reach *law.UnreachableError
		dim   *shape.Error
		input *transfer.InputError
		file  *dataset.ReadError
		few   *trial.AllowanceError
	)
	e := &Error{Code: "invalid", Message: err.Error()}
	switch {
	case errors.As(err, &own):
		return own
	case errors.As(err, new(*fit.InputError)):
		return fitError(&law.Law{}, err)
	case errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded):
		return &Error{Code: "cancelled", Message: "cancelled"}
	case errors.As(err, &cell):
		e.Code, e.Row, e.Column = "bad-cell", cell.Row, cell.Column
	case errors.As(err, &run):
		e.Code, e.Row, e.Column, e.Args = "bad-run", run.Run.Row, string(run.Symbol), []string{string(run.Symbol), text(run.Value)}
	case errors.As(err, &opt):
		e.Code = "no-optima"
	case errors.As(err, &coord):
		e.Code, e.Args = "bad-coordinate", []string{string(coord.Symbol), text(coord.Value)}
	case errors.As(err, &reach):
		e.Code, e.Args = "unreachable", []string{text(float64(reach.Target)), text(float64(reach.Floor))}
	case errors.As(err, &dim):
		e.Code, e.Args = "bad-shape", []string{dim.Field, text(dim.Value)}
	case errors.As(err, &file):
		e.Code, e.Row, e.Args = "file-"+string(file.Code), file.Row, []string{file.Name, file.Code.Limit()}
		if file.Code == dataset.CodeMapping {
			e.Column = file.Name
		}
	case errors.As(err, &few):
		e.Code, e.Args = "allowance", []string{text(float64(few.Allowance)), text(float64(few.Least))}
	case errors.Is(err, trial.ErrSingular):
		e.Code = "singular"
	case errors.Is(err, trial.ErrRange):
		e.Code = "bad-coordinate"
	case errors.Is(err, trial.ErrCandidates):
		e.Code = "no-candidates"
	case errors.As(err, &input):
		e.Code = "bad-transfer"
	}
	return e
}

// fitError names the place of what a fit refuses: row, coordinate, coefficient.
func fitError(l *law.Law, err error) *Error {
	var in *fit.InputError
	if !errors.As(err, &in) {
		return asError(err)
	}
	e := &Error{Code: "fit-" + in.Code, Row: in.Row, Column: string(in.Symbol)}
	have := text(in.Value)
	switch {
	case in.Code == fit.InputFew:
		e.Args = []string{have, text(in.Want)}
		e.Message = fmt.Sprintf("%s runs for %s free coefficients of the law %s", have, text(in.Want), l.ID)
	case in.Code == fit.InputDistinct:
		e.Args = []string{have, text(in.Want)}
		e.Message = fmt.Sprintf("the runs are at %s different places, for %s free coefficients of the law %s", have, text(in.Want), l.ID)
	case in.Code == fit.InputConstant:
		e.Args = []string{have}
		e.Message = fmt.Sprintf("all runs have the same value %s: no law follows", have)
	case in.Coef >= 0 && in.Coef < len(l.Coefs):
		c := l.Coefs[in.Coef]
		e.Args = []string{c.Symbol, have, text(c.Min), text(c.Max)}
		e.Message = fmt.Sprintf("coefficient %s = %s: want %s to %s", c.Symbol, have, text(c.Min), text(c.Max))
	case in.Run >= 0:
		what := string(in.Symbol)
		if what == "" {
			what = in.Code
		}
		e.Args = []string{what, have, l.ID}
		e.Message = fmt.Sprintf("row %d: %s = %s: the law %s wants a positive number", in.Row, what, have, l.ID)
	default:
		e.Message = in.Error()
	}
	return e
}

// text writes a number as links and sentences have it: the shortest that reads
// back as the same.
func text(v float64) string { return strconv.FormatFloat(v, 'g', -1, 64) }
