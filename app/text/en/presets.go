package en

import (
	"lossline/app/text"
)

var presets = map[string]text.PresetText{
	"gpt-3": {Title: "GPT-3: what its compute would train today",
		Description: "3.14e23 FLOPs divided by the laws of Kaplan, Hoffmann and Besiroglu, beside what was built: 175 billion parameters, 300 billion tokens.",
		Outcome:     "175B parameters on 300B tokens, 3.14e23 FLOPs (Brown et al. 2020; grade C, quoted without the paper at hand)."},
	"chinchilla": {Title: "Chinchilla: the compute of Gopher, divided anew",
		Description: "5.76e23 FLOPs divided by the laws of Kaplan, Hoffmann and Besiroglu, beside what was built: 70 billion parameters, 1.4 trillion tokens.",
		Outcome:     "70B parameters on 1.4T tokens; Gopher had used the same compute for 280B on 300B (Hoffmann et al. 2022)."},
	"llama-3-405b": {Title: "Llama 3 405B: how far the old laws reach",
		Description: "3.8e25 FLOPs, far outside of what the laws were fitted on, beside what was built: 405 billion parameters, 15.6 trillion tokens.",
		Outcome:     "405B parameters on 15.6T tokens; their own law had said 402B on 16.55T (Grattafiori et al. 2024; what was built is grade C, quoted without the paper at hand)."},
	"eight-gpus-one-week": {Title: "Eight H100s for one week: which model fits",
		Description: "Eight H100 for seven days at 40% utilisation: the parameters, the tokens and the loss that scaling laws expect.",
		Outcome:     ""},
	"chinese-30gb": {Title: "30 GB of Chinese text: which model it can feed",
		Description: "From 30 GB of Chinese text to tokens, parameters and compute, by several scaling laws.",
		Outcome:     ""},
	"python-from-english": {Title: "Python from English: what pre-training is worth",
		Description: "40 million parameters, pre-trained on English, fine-tuned on 300 thousand characters of Python: the effective data by the law of Hernandez et al. 2021.",
		Outcome:     "in the experiment, about 1,000 times the fine-tuning data; the fitted law gives about half of that (Hernandez et al. 2021, Fig. 1 and Table 1)."},
	"t5-base-small-16l": {Title: "T5-Base against Small-16L: deep and narrow",
		Description: "The shapes of Tay et al. 2021: Small-16L has 40% fewer parameters than T5-Base at comparable quality.",
		Outcome:     "Small-16L has 134M parameters to the 223M of Base and 63.1% of its FLOPs, and is about 40% faster at comparable quality (Tay et al. 2021, Table 4)."},
}
