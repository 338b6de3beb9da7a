package en

import (
	"lossline/app/text"
)

func init() { Strings.Sharing = sharingText }

var sharingText = text.SharingText{
	Link: "Link to this page", LinkBare: "Link to a plan by your fit",
	LinkBareHelp: "It opens Plan with your fit: its coefficients, their covariance and a digest of the runs.",
	NoRuns:       "Your {0} runs are too many for a link: send a session file along. Whoever drops it on a page sees this fit.",
	Long:         "Some programs cut links of more than 2,000 characters.",
	SameNumbers:  "These are the same numbers as when the link was shared.",
	OtherNumbers: "The numbers are not those of when the link was shared: they have been corrected since. Which and why:",
	FirstNumbers: "Params, tokens and losses are those of when the link was shared. Others were corrected in 2026-12. Which and why:",
	Opened:       "A shared link was opened. What you did before is kept:", Restore: "go back to my work",
	Undo: "Undo", Redo: "Redo",
	Timeline: "What you looked at before", TimelineHelp: "Kept in this browser alone, for convenience: browsers delete it after a while.", TimelineNone: "Nothing yet.",
	Forget: "Forget all",
	Embed:  "Show a figure in your own page", EmbedHelp: "The frame keeps nothing, asks nothing of anybody else, and works in sandboxed frames.",
	EmbedFigure: "Figure", EmbedKind: "Kind of page",
	Pin: "Pin for comparison", PinHelp: "Keeps this plan beside the next ones, up to five; the link has them all.", Lanes: "Plans side by side",
	Lane: "Plan {0}", Now: "now", Unpin: "Take away", Take: "Go back to it", ColChange: "against plan A", ColAsked: "asked", Full: "Five are pinned: take one away first.",
}
