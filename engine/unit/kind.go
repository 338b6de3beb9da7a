package unit

// Kind says which quantity a number is: what a field takes, what a unit
// measures.
type Kind uint8

// The kinds, one for each quantity type and one for numbers without a unit.
const (
	KindParams Kind = iota + 1
	KindTokens
	KindFLOPs
	KindFLOPRate
	KindLoss
	KindSteps
	KindChars
	KindBytes
	KindDuration
	KindCost
	KindNumber
)

// Quantity is any of the quantity types.
type Quantity interface {
	~float64
	Kind() Kind
}

// Kind returns KindParams.
func (Params) Kind() Kind { return KindParams }

// Kind returns KindTokens.
func (Tokens) Kind() Kind { return KindTokens }

// Kind returns KindFLOPs.
func (FLOPs) Kind() Kind { return KindFLOPs }

// Kind returns KindFLOPRate.
func (FLOPRate) Kind() Kind { return KindFLOPRate }

// Kind returns KindLoss.
func (Loss) Kind() Kind { return KindLoss }

// Kind returns KindSteps.
func (Steps) Kind() Kind { return KindSteps }

// Kind returns KindChars.
func (Chars) Kind() Kind { return KindChars }

// Kind returns KindBytes.
func (Bytes) Kind() Kind { return KindBytes }

// Kind returns KindDuration.
func (Duration) Kind() Kind { return KindDuration }

// Kind returns KindCost.
func (Cost) Kind() Kind { return KindCost }

// kindRow is what is said about a kind in every language.
type kindRow struct {
	name    string // of the type
	ascii   string // what Plain writes behind a number without its unit
	example string // an input that parses
}

var kindRows = [...]kindRow{
	{name: "unknown"},
	KindParams:   {"Params", " params", "7B"},
	KindTokens:   {"Tokens", " tokens", "1.4T"},
	KindFLOPs:    {"FLOPs", " FLOP", "5.76e23"},
	KindFLOPRate: {"FLOPRate", "", "312 TFLOP/s"},
	KindLoss:     {"Loss", " nats/token", "1.97"},
	KindSteps:    {"Steps", " steps", "14.5k"},
	KindChars:    {"Chars", " chars", "22.8B"},
	KindBytes:    {"Bytes", " bytes", "30 GB"},
	KindDuration: {"Duration", " seconds", "21 days"},
	KindCost:     {"Cost", "", "$1.2M"},
	KindNumber:   {"Number", "", "12"},
}

func (k Kind) row() *kindRow {
	if int(k) < len(kindRows) {
		return &kindRows[k]
	}
	return &kindRows[0]
}

// String is the name of the quantity's type: "Params".
func (k Kind) String() string { return k.row().name }

// Phrase says in words what a field of this kind takes: "a number of tokens",
// "token 数".
func (k Kind) Phrase(l Lang) string {
	if int(k) < len(l.Phrases) {
		return l.Phrases[k]
	}
	return ""
}

// noun is the unit of a kind in words.
func (k Kind) noun(l Lang) Noun {
	if int(k) < len(l.Nouns) {
		return l.Nouns[k]
	}
	return Noun{}
}

// Example is an input that a field of this kind accepts.
func (k Kind) Example() string { return k.row().example }
