package en

import (
	"lossline/app/text"
)

func init() { Strings.Offline = offlineText }

var offlineText = text.OfflineText{
	Ready:       "Ready to work offline",
	UpdateReady: "A new version of Lossline is ready.",
	UpdateNow:   "Reload",
	Copy:        "Offline copy",
	CopyHelp:    "the whole of Lossline in one file, which runs from a disk",
	CopyBroken:  "This browser cannot run the program inside this file, which needs WebAssembly and DecompressionStream: a newer browser can. What you see are the default numbers.",
	ResetTitle:  "Reset Lossline",
	ResetText:   "Removes what Lossline keeps in this browser: the copy for working offline, and settings. Nothing else on this site is touched. Links and files that you saved stay good.",
	Reset:       "Reset",
	ResetDone:   "Done: Lossline keeps nothing in this browser any more. Close its other windows.",
	ResetHome:   "To Lossline",
}
