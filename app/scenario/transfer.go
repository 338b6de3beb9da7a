package scenario

// TransferChoice is what a person chose on the Transfer page.
type TransferChoice struct{}

func defaultTransfer() TransferChoice { return TransferChoice{} }

var (
	transferQuantities []Quantity
	transferChoices    []Choice
)
