package en

import (
	"lossline/app/text"
)

func init() { Strings.Regret = regretText }

var regretText = text.RegretText{
	Title:   "What a wrong law costs",
	Worst:   "If you follow {0} and {1} is right, you lose {2} nats per token: {3} of the compute.",
	None:    "No two of the laws shown can be compared: put another that predicts losses beside this one.",
	Follow:  "You follow",
	IfRight: "and {0} is right",
	Excess:  "+{0} nats",
	Own:     "its own best",
	How:     "Each cell trains the model size of its row until the budget is spent, and asks the law of its column for the loss. The percentage is the share of the compute that its own best plan would not have needed for that loss; the nats are how far it is from the best that the budget could buy.",
	Turned:  "Kaplan's sizes leave embeddings out: they are converted by N + 47491·N^(1/3) (Pearce & Song 2024: a vocabulary of 32 thousand, an aspect ratio of 39), and each law counts the budget as 6·N·D with its own N.",
	Kaplan:  "If Kaplan is right, a budget buys L(N, S_min), eq. 5.6, at the batch of the plan. Kaplan loses even then: Table 6, a fit to the best runs, has a best N of {0} for this budget, and eq. 5.6 with the constants of Table 3 has {1}. Both stand in one paper.",
	Unsaid:  "Without a column, as they predict no loss: {0}.",

	ColRight: "Right", ColSize: "Params N, as the right law counts", ColData: "Tokens D",
	ColLoss: "Loss by the right law", ColBest: "Best loss for the budget", ColExcess: "Loss lost (nats)", ColWasted: "Compute wasted (share)",
}
