package fit

import (
	h "github.com/maxence-charriere/go-app/v10/pkg/app"

	"lossline/app/job"
	"lossline/app/scenario"
	"lossline/app/ui"
)

// passing are the errors of work that may go through another time.
var passing = map[string]bool{
	"cancelled": true, "engine": true, "fetch": true, "fetch-changed": true, "fetch-status": true, "no-data": true, "worker": true,
}

// undone says why work gave nothing, with a button where it may be tried again.
func undone(v view, id string, e *job.Error) h.UI {
	said := h.P().ID(id).Text(v.T.JobError(e))
	if e.Code == "cancelled" {
		said = said.Class("note").Role("status")
	} else {
		said = said.Class("error").Role("alert")
	}
	if !passing[e.Code] {
		return said
	}
	return h.Div().Class("row").Body(said,
		&ui.Button{ID: id + "-again", Label: v.txt.Again, Do: func() { v.Send(scenario.AskAll{}) }})
}

// failures say once what keeps the table and its fit from being there.
func failures(v view) []h.UI {
	read, fit := v.w.Tasks[scenario.WorkRead].Err, v.w.Tasks[scenario.WorkFit].Err
	var out []h.UI
	if read != nil && (fit == nil || fit.Code != read.Code) {
		out = append(out, undone(v, "read-error", read))
	}
	if fit != nil {
		out = append(out, undone(v, "fit-error", fit))
	}
	return out
}
