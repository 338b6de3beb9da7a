package text

// RegretText is the table of what a wrong law costs.
type RegretText struct {
	Title   string
	Worst   string // {0} law followed {1} law that is right {2} loss lost {3} share of the compute
	None    string
	Follow  string // above the rows' names
	IfRight string // {0} law that is right
	Excess  string // {0} loss lost
	Own     string // a law that loses nothing against itself
	How     string
	Turned  string // counting was converted
	Kaplan  string // Kaplan against itself
	Unsaid  string // {0} laws that predict no loss

	ColRight, ColSize, ColData, ColLoss, ColBest, ColExcess, ColWasted string // of the exported table
}
