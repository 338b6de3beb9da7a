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

// Lang is a language in which quantities are printed and spoken.
type Lang uint8

// The languages.
const (
	English Lang = iota
	Chinese      // Simplified
)

// of returns the one of a pair, indexed by Lang, that is in l.
func (l Lang) of(pair [2]string) string {
	if l == Chinese {
		return pair[Chinese]
	}
	return pair[English]
}

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

// kindRow is what is said about a kind. Pairs are indexed by Lang.
type kindRow struct {
	name    string    // of the type
	phrase  [2]string // what a field takes: "a number of tokens"
	one     string    // English unit of the value 1
	many    [2]string // unit of other values
	ascii   string    // what Plain writes behind a number without its unit
	example string    // an input that parses
}

var kindRows = [...]kindRow{
	{name: "unknown"},
	KindParams: {"Params", [2]string{"a number of parameters", "参数量"},
		"parameter", [2]string{"parameters", "参数"}, " params", "7B"},
	KindTokens: {"Tokens", [2]string{"a number of tokens", "token 数"},
		"token", [2]string{"tokens", "词元"}, " tokens", "1.4T"},
	KindFLOPs: {"FLOPs", [2]string{"an amount of compute in FLOP", "计算量（FLOP）"},
		"floating-point operation", [2]string{"floating-point operations", "次浮点运算"}, " FLOP", "5.76e23"},
	KindFLOPRate: {"FLOPRate", [2]string{"a rate in FLOP/s", "运算速率（FLOP/s）"},
		"floating-point operation per second",
		[2]string{"floating-point operations per second", "次浮点运算"}, "", "312 TFLOP/s"},
	KindLoss: {"Loss", [2]string{"a loss in nats per token", "损失（nats/token）"},
		"nat per token", [2]string{"nats per token", "奈特/词元"}, " nats/token", "1.97"},
	KindSteps: {"Steps", [2]string{"a number of steps", "步数"},
		"step", [2]string{"steps", "步"}, " steps", "14.5k"},
	KindChars: {"Chars", [2]string{"a number of characters", "字符数"},
		"character", [2]string{"characters", "字符"}, " chars", "22.8B"},
	KindBytes: {"Bytes", [2]string{"an amount of text in bytes", "文本量（字节）"},
		"byte", [2]string{"bytes", "字节"}, " bytes", "30 GB"},
	KindDuration: {"Duration", [2]string{"a time", "时间"},
		"second", [2]string{"seconds", "秒"}, " seconds", "21 days"},
	KindCost: {"Cost", [2]string{"a cost in US dollars", "费用（美元）"},
		"US dollar", [2]string{"US dollars", "美元"}, "", "$1.2M"},
	KindNumber: {"Number", [2]string{"a number", "数字"}, "", [2]string{"", ""}, "", "12"},
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
func (k Kind) Phrase(l Lang) string { return l.of(k.row().phrase) }

// Example is an input that a field of this kind accepts.
func (k Kind) Example() string { return k.row().example }
