// Package measure holds the one font of this module.
package measure

import _ "embed"

// TTF is Lossline Measure: the advance widths of Liberation Sans Regular,
// without outlines. A character that it does not have is one em wide.
//
//go:embed measure.ttf
var TTF []byte
