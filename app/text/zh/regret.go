package zh

import (
	"lossline/app/text"
)

func init() { Strings.Regret = regretText }

var regretText = text.RegretText{
	Title:   "信错定律的代价",
	Worst:   "若按 {0} 训练而 {1} 才对，损失多出 {2} nats/token：相当于浪费 {3} 的算力。",
	None:    "所示定律中没有两条可以互相比较：请再选一条能预测损失的定律。",
	Follow:  "按此定律训练",
	IfRight: "若 {0} 才对",
	Excess:  "+{0} nats",
	Own:     "自身最优",
	How:     "每格取该行定律给出的模型大小，训练到预算用尽，再由该列定律给出损失。百分数是按该列自身的最优方案达到同样损失时可以省下的算力份额；nats 是与该预算下最低损失的差距。",
	Turned:  "Kaplan 的参数量不含嵌入：按 N + 47491·N^(1/3) 换算（Pearce & Song 2024：词表 3.2 万，宽深比 39），各定律均以自己的 N 按 6·N·D 计预算。",
	Kaplan:  "若 Kaplan 才对，预算换来的损失按式 5.6 的 L(N, S_min) 计，批大小取方案所用。即便如此，按 Kaplan 训练也有损失：该预算下，表 6（拟合最好的训练结果）给出的最优 N 为 {0}，式 5.6 用表 3 的常数给出的却是 {1}。两者同出一篇论文。",
	Unsaid:  "以下定律不预测损失，故没有列：{0}。",

	ColRight: "正确的定律", ColSize: "参数量 N（按正确定律的口径）", ColData: "token 数 D",
	ColLoss: "正确定律给出的损失", ColBest: "该预算下的最低损失", ColExcess: "多出的损失（nats）", ColWasted: "浪费的算力（份额）",
}
