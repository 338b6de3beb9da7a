package dataset

import "strings"

// Slug is the name of a group as links have it: whatever is no letter, digit,
// dot or hyphen becomes an underscore.
func Slug(group string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= 'a' && r <= 'z', r >= 'A' && r <= 'Z', r >= '0' && r <= '9', r == '.', r == '-':
			return r
		}
		return '_'
	}, group)
}
