package en

import (
	"lossline/app/text"
)

func init() { Strings.Readout = readoutText }

var readoutText = text.ReadoutText{
	Role:     "interactive figure",
	Hint:     "Arrow keys read the points; h tells all keys.",
	Keys:     "← → next point; ↑ ↓ next series; Home, End: first and last point; Page Up, Page Down: ten points; t: data table; s: sound; Escape: leave the point.",
	Above:    "{0} times beyond the largest fitted run",
	Below:    "{0} times below the smallest fitted run",
	Interval: "{0} interval",
	Outside:  "outside the fitted range",
	Pause:    ", ",
	End:      ".",
	Rows:     "{0} of {1} rows; what you save has all",
	Sound:    "Listen",
	SoundOf:  "Play the curve as sound",
}
