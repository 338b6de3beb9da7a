package text

// PresetText is what is said of a preset. Outcome is what was built, or measured,
// in fact, with the place where that is published; empty where nothing is.
type PresetText struct{ Title, Description, Outcome string }

// Preset returns the words for the preset with an ID of app.Presets.
func Preset(l Lang, id string) PresetText {
	if l == Chinese {
		return zhPresets[id]
	}
	return enPresets[id]
}

var enPresets = map[string]PresetText{
	"gpt-3": {"GPT-3: what its compute would train today",
		"3.14e23 FLOPs divided by the laws of Kaplan, Hoffmann and Besiroglu, beside what was built: 175 billion parameters, 300 billion tokens.",
		"175B parameters on 300B tokens, 3.14e23 FLOPs (Brown et al. 2020; grade C, quoted without the paper at hand)."},
	"chinchilla": {"Chinchilla: the compute of Gopher, divided anew",
		"5.76e23 FLOPs divided by the laws of Kaplan, Hoffmann and Besiroglu, beside what was built: 70 billion parameters, 1.4 trillion tokens.",
		"70B parameters on 1.4T tokens; Gopher had used the same compute for 280B on 300B (Hoffmann et al. 2022)."},
	"llama-3-405b": {"Llama 3 405B: how far the old laws reach",
		"3.8e25 FLOPs, far outside of what the laws were fitted on, beside what was built: 405 billion parameters, 15.6 trillion tokens.",
		"405B parameters on 15.6T tokens; their own law had said 402B on 16.55T (Grattafiori et al. 2024; what was built is grade C, quoted without the paper at hand)."},
	"eight-gpus-one-week": {"Eight H100s for one week: which model fits",
		"Eight H100 for seven days at 40% utilisation: the parameters, the tokens and the loss that scaling laws expect.",
		""},
	"chinese-30gb": {"30 GB of Chinese text: which model it can feed",
		"From 30 GB of Chinese text to tokens, parameters and compute, by several scaling laws.",
		""},
	"python-from-english": {"Python from English: what pre-training is worth",
		"40 million parameters, pre-trained on English, fine-tuned on 300 thousand characters of Python: the effective data by the law of Hernandez et al. 2021.",
		"in the experiment, about 1,000 times the fine-tuning data; the fitted law gives about half of that (Hernandez et al. 2021, Fig. 1 and Table 1)."},
	"t5-base-small-16l": {"T5-Base against Small-16L: deep and narrow",
		"The shapes of Tay et al. 2021: Small-16L has 40% fewer parameters than T5-Base at comparable quality.",
		"Small-16L has 134M parameters to the 223M of Base and 63.1% of its FLOPs, and is about 40% faster at comparable quality (Tay et al. 2021, Table 4)."},
}

var zhPresets = map[string]PresetText{
	"gpt-3": {"GPT-3：同样的算力今天能训练什么",
		"按 Kaplan、Hoffmann 和 Besiroglu 的定律分配 3.14e23 FLOP，并与实际结果对照：1750 亿参数，3000 亿 token。",
		"1750 亿参数，3000 亿 token，3.14e23 FLOP（Brown et al. 2020；C 级，转引，未核对原文）。"},
	"chinchilla": {"Chinchilla：重新分配 Gopher 的算力",
		"按 Kaplan、Hoffmann 和 Besiroglu 的定律分配 5.76e23 FLOP，并与实际结果对照：700 亿参数，1.4 万亿 token。",
		"700 亿参数，1.4 万亿 token；Gopher 用同样的算力训练了 2800 亿参数、3000 亿 token（Hoffmann et al. 2022）。"},
	"llama-3-405b": {"Llama 3 405B：旧定律能外推多远",
		"3.8e25 FLOP，远超各定律的拟合范围；与实际结果对照：4050 亿参数，15.6 万亿 token。",
		"4050 亿参数，15.6 万亿 token；其自身的定律给出 4020 亿参数、16.55 万亿 token（Grattafiori et al. 2024；实际结果为 C 级，转引，未核对原文）。"},
	"eight-gpus-one-week": {"8 块 H100 用一周：能训练多大的模型",
		"8 块 H100，7 天，40% 利用率：缩放定律预期的参数量、token 数和损失。",
		""},
	"chinese-30gb": {"30 GB 中文文本：能支撑多大的模型",
		"由 30 GB 中文文本推算 token 数、参数量和算力，对照多条缩放定律。",
		""},
	"python-from-english": {"从英文到 Python：预训练值多少数据",
		"4000 万参数，先在英文上预训练，再用 30 万字符的 Python 微调：按 Hernandez et al. 2021 的定律计算有效数据。",
		"实验中约为微调数据的 1000 倍；拟合的定律给出其一半左右（Hernandez et al. 2021，图 1 和表 1）。"},
	"t5-base-small-16l": {"T5-Base 与 Small-16L：更深更窄",
		"Tay et al. 2021 的模型形状：Small-16L 的参数比 T5-Base 少 40%，质量相当。",
		"Small-16L 有 1.34 亿参数（Base 为 2.23 亿），FLOP 为其 63.1%，速度快约 40%，质量相当（Tay et al. 2021，表 4）。"},
}
