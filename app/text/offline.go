package text

// OfflineText is what is said of the site as a thing that one keeps.
type OfflineText struct {
	_ incomparable

	Ready, UpdateReady, UpdateNow string
	Copy, CopyHelp                string // the link to the offline copy, and what it is
	CopyBroken                    string // within the offline copy

	// The page that removes everything from this browser.
	ResetTitle, ResetText, Reset, ResetDone, ResetHome string
}
