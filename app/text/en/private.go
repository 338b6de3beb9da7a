package en

import (
	"lossline/app/text"
)

func init() { Strings.Private = privateText }

var privateText = text.PrivateText{
	LinkFit:      "A fit from a link: {0} runs, digest {1}",
	LinkFitBare:  "A fit from a link",
	Missing:      "The runs are not here. A link leaves them out, and this page has them only in memory: drop the file again to refit.",
	MissingCoefs: "Its coefficients are still here: “Use this law” plans with them.",
	SameRuns:     "These are the runs of the link: both have the digest {0}.",
	OtherRuns:    "These are not the runs of the link: its digest is {0}, that of these runs is {1}.",
	OfResamples:  "Intervals by the covariance of {0} resamples.",
	OfFit:        "Intervals by the covariance of the fit, without a bootstrap.",
	Keep:         "Keep my runs on this device",
	KeepHelp:     "This browser then stores the runs and brings them back on the next visit. They are not sent anywhere.",
	Delete:       "Delete the kept runs",
	Kept:         "{0} runs are kept on this device.",
	KeepFailed:   "This browser does not let the page keep runs: they stay in memory until the page is closed.",
	KeepMany:     "More than 5,000 runs are not kept: keep the file.",
	Session:      "Save session file",
	SessionHelp:  "One file with your runs and all choices. Drop it on a page to go on.",
	SessionBad:   "{0} is a session file, but it is damaged or of a newer version: nothing was read.",
	LinkRuns:     "runs of the link",
	TakenOut:     "The runs were taken out of the address. They are in memory until the page is closed; “Share” has a link with them.",
	TooMany:      "Your {0} runs are too many for a link or a session file: send the table itself along.",
	NotInLink:    "Your {0} runs are not in it: it has the coefficients of the fit, their covariance and a digest of the runs.",
	WithRuns:     "Link with my runs",
	WithRunsHelp: "The runs add {0} characters. Whoever has the link can read your {1} runs.",
	EmbedRuns:    "Put my {0} runs into the snippet: {1} characters more, which every reader of that page can see",
	EmbedWithout: "Without the runs the frame cannot draw this figure, and says so.",
	Yours:        "Your runs",
	Draws:        "SVG, PNG, PDF, CSV, JSON, the image and the tables hold the runs that this figure draws. The links in all files leave the runs out.",
	AddRuns:      "Put my runs into the links: {0} characters more",
	LeaveRuns:    "Leave my runs out of the links again",
}
