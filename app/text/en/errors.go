package en

import (
	"lossline/engine/plan"
	"lossline/engine/unit"
)

// parseErrors are the codes that unit does not know: those of limits, which
// belong to what is asked and not to the number.
var parseErrors = map[unit.Code]string{
	plan.BelowLimit: "This is less than Lossline computes with: from {word} on.",
	plan.AboveLimit: "This is more than Lossline computes with: up to {word}.",
}
