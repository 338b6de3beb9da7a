package text

// TroubleText is what is said where Lossline does not load or has stopped. The
// program cannot say it then: it stands beside the script that starts it.
type TroubleText struct {
	_ incomparable

	Unloaded  string `json:"unloaded"`  // a file did not come
	Silent    string `json:"silent"`    // nothing has come for ten seconds
	Forbidden string `json:"forbidden"` // no WebAssembly
	Damaged   string `json:"damaged"`   // a file that is no program
	Stopped   string `json:"stopped"`   // the program ended

	Readable string `json:"readable"` // what can be done before it was alive
	Kept     string `json:"kept"`     // and after
	RunsHere string `json:"runsHere"` // where the reader's runs are

	Retry      string `json:"retry"`
	Reload     string `json:"reload"`
	Fresh      string `json:"fresh"` // a link without the state
	Save       string `json:"save"`  // of the runs
	Report     string `json:"report"`
	CopyReport string `json:"copyReport"`
	Copied     string `json:"copied"`
	CopyFailed string `json:"copyFailed"`
}
