// Package liberationserifregular stands in for the package of this name in the
// go-fonts module; every face of this module is the same font.
package liberationserifregular

import "codeberg.org/go-fonts/liberation/internal/measure"

// TTF is the font that labels are measured with.
var TTF = measure.TTF
