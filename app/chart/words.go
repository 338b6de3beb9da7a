package chart

// Quantity names what an axis measures, for the Words that say its values aloud;
// "" has no name but the axis's label.
type Quantity string

// Wording writes what a figure says, in one language. Its dynamic type is
// comparable.
type Wording interface {
	// Value writes v as an axis of format f has it in a sentence: "70B", "20%".
	Value(f Format, v float64) string
	// Short writes a count where there is little room.
	Short(v float64) string
	// Number writes a count for ears: "70 billion".
	Number(v float64) string
	// Spoken writes v with the name of its quantity, for ears: "70 billion
	// parameters"; "" for a quantity that has none.
	Spoken(q Quantity, v float64) string
	// Phrase returns a phrase with its arguments filled in.
	Phrase(p Phrase, args ...string) string
}

// Phrase names a sentence or a separator that figures are described with.
type Phrase uint8

// The phrases, with their arguments.
const (
	SentenceSep   Phrase = iota // between sentences
	ListSep                     // between the items of a list
	Colon                       // between a name and what is said of it
	Pause                       // between the values of a point
	End                         // of a sentence of values
	To                          // an interval: lower end, upper end
	SaysPowerAxes               // title, where both axes are logarithmic
	SaysAxes                    // title, label of x, label of y
	SaysLine                    // label, x and y of the first point, x and y of the last
	SaysFitted                  // label, least and largest fitted x
	SaysNotFitted               // label
	SaysMark                    // label, x, y
	SaysPoints                  // label, how many
	AboveFitted                 // the multiple of the largest fitted x
	BelowFitted                 // the multiple of the smallest fitted x
	OutsideFitted               // where there is no multiple to name
)
