//go:build pseudo

package languages

import "lossline/app/text/texttest"

// With the tag the site has a third language, by which tests look at it.
func init() { list = append(list, texttest.Pseudo()) }
