package unit

// Lang is a language in which quantities are printed and spoken. A new one is a value
// beside its other words.
type Lang = *Words

// Noun is a unit in words, of the value 1 and of others.
type Noun struct{ One, Many string }

// Words are what a language has for quantities.
type Words struct {
	Phrases [KindNumber + 1]string // what a field takes: "a number of tokens"
	Nouns   [KindNumber + 1]Noun
	Times   [len(timeUnits)]Noun // second, minute, hour, day, year

	// Scales are the words for the powers of 10^ScaleDigits, from 1 up, with the space
	// before them.
	Scales      []string
	ScaleDigits int

	// Gloss says that counts are printed in the scale as well, in parentheses, and times
	// in place of k and M: "72.2B (722亿)". Dollars is the noun in that of a cost.
	Gloss   bool
	Dollars string

	Spoken  SpokenWords
	Devices DeviceWords
}

// SpokenWords are for screen readers.
type SpokenWords struct {
	Gap                 string // between number and noun
	Minus               string // before a negative value
	Infinite, Undefined string // in the place of a number
	Power, MinusPower   string // {0} digits {1} exponent without sign
	Loss, Rate          string // {0} the number; "" for number and noun
}

// DeviceWords are for hardware and its time.
type DeviceWords struct {
	Timed       string // {0} count {1} device {2} time
	Utilisation string // {0} percent, behind the others
	Joint       string // between device and unit of time: "H100-days"
}
