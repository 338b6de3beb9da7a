package scenario

import (
	"strconv"

	"lossline/app/job"
	"lossline/engine/dataset"
	"lossline/engine/law"
)

// Work is what a page holds of its heavy work beside the Scenario: the reader's
// own table and the replies that have come so far. Nothing of it is in links:
// the replies follow from the Scenario and the table.
type Work struct {
	File    File
	Read    *job.ReadReply   // what is in the table; nil: nothing opened
	Mapping *dataset.Mapping // as the reader set it; nil: as guessed
	DropBad bool             // rows with problems may be left out
	DropDup bool             // and repeated ones
	Taken   bool             // the table is in use: its mapping was agreed to
	Foreign bool             // the link is of a fit to other runs than those, if any, that are here
	Matches Match            // whether the runs that were dropped are those of the link
	Keep    Keep

	Replies map[string]job.Reply // by Key; the last one that was good
	Tasks   map[string]Task      // by Key
}

// Match is whether runs are those that a link is of, by their digest; the zero Match
// stands for nothing to compare.
type Match struct{ Link, Here string }

// Keep is what the device keeps of the reader's runs, at the reader's wish.
type Keep struct {
	On     bool
	Rows   int  // runs that are kept
	Failed bool // the browser keeps nothing
	Many   bool // the runs are too many
}

// File is the reader's own table.
type File struct {
	Name  string
	Bytes int
}

// Task is how far a piece of work is.
type Task struct {
	Running     bool
	Done, Total int        // resamples, bytes, cuts; Total 0: not known
	Err         *job.Error // why the last attempt gave nothing
	Stale       bool       // the reply shown answers an earlier question
}

// The keys of replies and tasks; a profile's has the coefficient behind it.
const (
	WorkRead     = "read"
	WorkFit      = "fit"
	WorkBackTest = "backtest"
	WorkCompare  = "compare"
	WorkNext     = "next"
	WorkProfile  = "profile-"
)

// FitReply is the fit on screen, nil where there is none yet.
func (w *Work) FitReply() *job.FitReply { return w.Replies[WorkFit].Fit }

// Busy reports whether anything is being worked on.
func (w *Work) Busy() bool {
	for _, t := range w.Tasks {
		if t.Running {
			return true
		}
	}
	return false
}

// Table is the part of a request that says which runs are meant.
func (w *Work) Table(s Scenario) job.Request {
	f := s.Fit
	r := job.Request{Data: f.Data, Group: f.Group, Aside: f.AsideRows(), KeepAside: f.All == "yes", FinalOnly: f.Final == "yes"}
	if f.Data == OwnData {
		r.Mapping, r.DropBad, r.DropDuplicates = w.Mapping, w.DropBad, w.DropDup
	}
	return r
}

// Request is the fit that the scenario asks for.
func (w *Work) Request(s Scenario) job.Request {
	f, r := s.Fit, w.Table(s)
	r.Op, r.Law, r.Objective, r.Delta, r.Scheme = job.OpFit, f.Law, f.Objective, f.Delta, f.Scheme
	r.Bootstrap, _ = strconv.Atoi(f.Bootstrap)
	r.Level, _ = strconv.ParseFloat(f.Level, 64)
	r.Seed = max(1, uint64(f.Seed))
	r.Budget, r.Allowance = float64(f.Budget), float64(f.Allowance)
	if l, ok := law.ByID(w.law(f)); ok {
		for i, v := range f.Pin {
			if v != 0 && i < len(l.Coefs) {
				if r.Pin == nil {
					r.Pin = map[string]float64{}
				}
				r.Pin[l.Coefs[i].Symbol] = v
			}
		}
	}
	return r
}

// Next is the question what to train next, with what nobody chose filled in: the
// target is the best run for ten times the compute of the largest one, and a
// tenth of that may be spent.
func (w *Work) Next(r job.Request) job.Request {
	if f := w.FitReply(); r.Budget == 0 && f != nil && f.Flat != nil {
		r.Budget = 10 * f.Flat.C
	}
	if r.Allowance == 0 {
		r.Allowance = r.Budget / 10
	}
	return r
}

// law is the law whose coefficients the pins belong to.
func (w *Work) law(f FitChoice) string {
	if f.Law != "" {
		return f.Law
	}
	if fit := w.FitReply(); fit != nil {
		return fit.Law
	}
	return ""
}

// The messages of work, which change no Scenario by themselves.
type (
	// Opened: the reader chose, dropped or pasted a table. Data is text or, in
	// the browser, an ArrayBuffer.
	Opened struct {
		Name  string
		Bytes int
		Data  any
	}
	// Restored: the reader opened a file that was exported, which has this state of
	// a page, and the runs of a session file. Both are untrusted: the fragment is
	// decoded like any link, the runs are read like any table.
	Restored struct{ Fragment, Rows string }
	// KeepRuns: the device is to keep the runs, or to delete what it kept.
	KeepRuns struct{ On bool }
	// SaveSession: runs and state are to be saved as one file.
	SaveSession struct{}
	// MapColumn: column Index of the table is to be read so; Name, Run and Reason
	// of the column are not looked at.
	MapColumn struct {
		Index int
		As    dataset.Column
	}
	// DropRows: rows with problems, or repeated rows, may be left out.
	DropRows struct{ Bad, Duplicates bool }
	// Agree: the mapping is right; fit the table.
	Agree struct{}
	// Cancel: stop what is being worked on.
	Cancel struct{}
	// AskProfile: the objective along a coefficient, by its symbol.
	AskProfile struct{ Symbol string }
	// AskAll: the parts that are not worked out by themselves for many runs.
	AskAll struct{}
)

func (Opened) isMsg()      {}
func (Restored) isMsg()    {}
func (KeepRuns) isMsg()    {}
func (SaveSession) isMsg() {}
func (MapColumn) isMsg()   {}
func (DropRows) isMsg()    {}
func (Agree) isMsg()       {}
func (Cancel) isMsg()      {}
func (AskProfile) isMsg()  {}
func (AskAll) isMsg()      {}
