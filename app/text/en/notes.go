package en

import (
	"lossline/engine/transfer"
)

// findings has a row for every code of the engine's notes on transfer.
var findings = map[transfer.Code]string{
	// About a question.
	transfer.PlaceholderBase:  "The from-scratch law is a placeholder that was not fitted to the target: its losses show the shape and not the level. Hernandez et al. publish no from-scratch constants for Python.",
	transfer.Tentative:        "The unified law, eq. 6.1, is called tentative by its authors. As printed it has D_T where the loss here has D_E = D_F + D_T: it gives {0}, against {1} here.",
	transfer.AssumedChars:     "The law of transfer counts characters, the from-scratch law tokens: {0} characters per token are assumed.",
	transfer.CountingDiffers:  "The from-scratch law counts embedding parameters; the law of transfer does not.",
	transfer.ParamsOutside:    "N of {0} lies outside the sizes of the transfer fit, which end near {1}.",
	transfer.DataOutside:      "D_F of {0} lies outside the data of the transfer fit, which end near {1}.",
	transfer.BaseParams:       "N of {0} lies outside the sizes of the from-scratch law, which end at {1}.",
	transfer.BaseData:         "{0} of data lie outside the range of the from-scratch law, which ends at {1}.",
	transfer.BeyondLowData:    "D_F of {0} is above the low-data limit of {1}, up to which the law was fitted: beyond it the fit fails, more so for text and code.",
	transfer.OssificationRisk: "Ossification: {0} are at or above D(N) = {1}. Small models near it ended worse pre-trained than from scratch, and more data did not cure it. Large ones were not tested.",
	transfer.OssificationSeen: "Ossification was seen here: with {0}, more than {1}, models this small ended worse pre-trained than from scratch.",
	transfer.LossImplausible:  "From scratch the law gives a loss of {0}, above the {1} of guessing: it does not reach down to so little data.",
	transfer.AtOneCharacter:   "Without target data the law is read at {0}, as the paper does in section 6.2; its authors call that speculative.",
	transfer.AssumedEpochs:    "Compute is 6·N·tokens·passes; passes over the data assumed: {0}, the least there can be. The paper saw up to {1} on large sets.",
	transfer.PretrainUnknown:  "How much of text and code this pre-training read is not stated, so its compute is not known.",
	transfer.ZeroShotEnough:   "The pre-training alone is worth {0}, and {1} are needed: no fine-tuning data is.",
	// Reasons.
	transfer.PretrainingHelps:  "From scratch the loss is {0} higher, more than the {1} that counts as no difference.",
	transfer.GapWithin:         "From scratch the loss is only {0} higher, within the {1} that counts as no difference.",
	transfer.BelowBreakEven:    "Your {0} are below the break-even of {1}: from there on, training from scratch is as good at this size.",
	transfer.AboveBreakEven:    "Your {0} are above the break-even of {1}: at this size, training from scratch is as good.",
	transfer.NoTargetData:      "There is no target data.",
	transfer.DataLimited:       "Data is the limit: the loss of {0} is above {1}, which is 5% from what infinite data would give at this size.",
	transfer.MoreDataLowers:    "10 times the target data would give a loss of {0} in place of {1}.",
	transfer.LargerModelLowers: "A model 10 times as large would give a loss of {0} in place of {1}.",
	transfer.TargetMet:         "The loss of {0} meets the target of {1}.",
	transfer.TargetNeedsData:   "The target loss takes {0} of target data at this size; there are {1}.",
	transfer.TargetNeedsParams: "No amount of data reaches the target loss at this size: it takes {0} in place of {1}.",
	// About measured transfer.
	transfer.GridGap:          "D_T is interpolated across a gap: the from-scratch runs on both sides differ {0} times in data, more than {1}.",
	transfer.OffGrid:          "The loss of {0} lies beyond the from-scratch runs, which end at {1}: D_E is not known.",
	transfer.Ambiguous:        "The from-scratch curve passes this loss {0} times; the largest set is taken.",
	transfer.PretrainingHurts: "Pre-training hurt: the run is worth {0} from scratch, less than its own {1}.",
	transfer.WithinReading:    "D_T of {0} is within the error of reading the figure, {1}.",
	transfer.PoorReading:      "The point was partly hidden in the figure; its loss is read to {0}.",
	transfer.AboveLowData:     "{0} are above the {1} of the low-data regime.",
	transfer.AboveFit:         "{0} are above the {1} up to which the law is fitted here.",
	transfer.NoPlateau:        "From scratch the loss still falls by {0} over the last step, more than {1}: D(N) is a lower bound.",
	transfer.OffLaw:           "D_T is {0} times that of the fitted law, off by more than a factor of {1}.",
	transfer.RestsOnGap:       "{0} of the {1} runs in the fit lie across a gap of the from-scratch grid: the interval has no share of that error.",
	transfer.FewRuns:          "Only {0} runs carry the fit; {1} would be wanted.",
	transfer.GapMoves:         "With one more from-scratch set left out above the fit, α is {0} in place of {1}: that moves it more than the scatter of the runs does.",
	transfer.BetaUnclear:      "These runs do not determine the size exponent β: its interval is {0} to {1}.",
}
