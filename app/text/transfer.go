package text

// TransferText is what the Transfer page says.
type TransferText struct{}

var enTransfer = TransferText{}

var zhTransfer = TransferText{}
