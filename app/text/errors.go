package text

import "lossline/engine/unit"

// ParseError is the sentence for an input that could not be read, in the
// language of t.
func (t *Strings) ParseError(e unit.ParseError) string {
	if s, ok := t.Codes.Parse[e.Code]; ok {
		return e.Fill(s, t.Numbers)
	}
	return e.Error()
}
