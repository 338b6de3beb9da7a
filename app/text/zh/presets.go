package zh

import (
	"lossline/app/text"
)

var presets = map[string]text.PresetText{
	"gpt-3": {Title: "GPT-3：同样的算力今天能训练什么",
		Description: "按 Kaplan、Hoffmann 和 Besiroglu 的定律分配 3.14e23 FLOP，并与实际结果对照：1750 亿参数，3000 亿 token。",
		Outcome:     "1750 亿参数，3000 亿 token，3.14e23 FLOP（Brown et al. 2020；C 级，转引，未核对原文）。"},
	"chinchilla": {Title: "Chinchilla：重新分配 Gopher 的算力",
		Description: "按 Kaplan、Hoffmann 和 Besiroglu 的定律分配 5.76e23 FLOP，并与实际结果对照：700 亿参数，1.4 万亿 token。",
		Outcome:     "700 亿参数，1.4 万亿 token；Gopher 用同样的算力训练了 2800 亿参数、3000 亿 token（Hoffmann et al. 2022）。"},
	"llama-3-405b": {Title: "Llama 3 405B：旧定律能外推多远",
		Description: "3.8e25 FLOP，远超各定律的拟合范围；与实际结果对照：4050 亿参数，15.6 万亿 token。",
		Outcome:     "4050 亿参数，15.6 万亿 token；其自身的定律给出 4020 亿参数、16.55 万亿 token（Grattafiori et al. 2024；实际结果为 C 级，转引，未核对原文）。"},
	"eight-gpus-one-week": {Title: "8 块 H100 用一周：能训练多大的模型",
		Description: "8 块 H100，7 天，40% 利用率：缩放定律预期的参数量、token 数和损失。",
		Outcome:     ""},
	"chinese-30gb": {Title: "30 GB 中文文本：能支撑多大的模型",
		Description: "由 30 GB 中文文本推算 token 数、参数量和算力，对照多条缩放定律。",
		Outcome:     ""},
	"python-from-english": {Title: "从英文到 Python：预训练值多少数据",
		Description: "4000 万参数，先在英文上预训练，再用 30 万字符的 Python 微调：按 Hernandez et al. 2021 的定律计算有效数据。",
		Outcome:     "实验中约为微调数据的 1000 倍；拟合的定律给出其一半左右（Hernandez et al. 2021，图 1 和表 1）。"},
	"t5-base-small-16l": {Title: "T5-Base 与 Small-16L：更深更窄",
		Description: "Tay et al. 2021 的模型形状：Small-16L 的参数比 T5-Base 少 40%，质量相当。",
		Outcome:     "Small-16L 有 1.34 亿参数（Base 为 2.23 亿），FLOP 为其 63.1%，速度快约 40%，质量相当（Tay et al. 2021，表 4）。"},
}
