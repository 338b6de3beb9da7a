package en

import (
	"lossline/app/text"
)

func init() { Strings.Trouble = troubleText }

var troubleText = text.TroubleText{
	Unloaded:   "Lossline did not load: a part of it could not be fetched.",
	Silent:     "Lossline is still loading: nothing has come for 10 seconds.",
	Forbidden:  "Lossline cannot run here: WebAssembly is switched off in this browser, or the host of this page forbids it.",
	Damaged:    "Lossline did not load: a file of it is damaged or of another version.",
	Stopped:    "Lossline stopped; your work is kept.",
	Readable:   "The text, the figures and the tables of this page can be read. Fields and buttons do not answer.",
	Kept:       "The address holds your plan, which a reload shows again. Fields and buttons do not answer until then.",
	RunsHere:   "Your runs are in this window: save them before you reload.",
	Retry:      "Try again",
	Reload:     "Reload",
	Fresh:      "Start with the default numbers",
	Save:       "Save my runs",
	Report:     "Report (without your runs)",
	CopyReport: "Copy the report",
	Copied:     "Copied.",
	CopyFailed: "The browser refused. The report is selected: copy it by hand.",
}
