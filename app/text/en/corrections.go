package en

// corrections are the reasons of app/testdata/corrections.csv, each once.
var corrections = []string{
	"If Kaplan is right, a budget buys L(N, S_min), eq. 5.6, at the batch of the plan. Eq. 1.5 stood there, the loss on so much text however long trained.",
	"Appendix B of Kaplan 2020 is read at C_min, where its eq. B.3 is eq. 5.6 of the same run. It was read at 2·C_min.",
	"A pre-training pays from a whole number of uses on. A fraction of a use stood there.",
	"Figures take the chosen batch, as the table does. Kaplan's line was that of the critical batch.",
	"Decoders are ranked by the depth and width of 48 published ones, and relative depth refers to these. Those of 32 to 36 layers came first, a result for fine-tuned T5.",
	"The best size by Besiroglu 2024 has the interval of its own 240 runs, all coefficients together. None stood there.",
	"Rules that leave embeddings out get N without them: learning rates, overfitting, the worth of a pre-training. They got N with embeddings.",
}
