package text

// RegretText is the table of what a wrong law costs.
type RegretText struct {
	Title   string
	Worst   string // {0} law followed {1} law that is right {2} loss lost {3} share of the compute
	None    string
	Follow  string // above the rows' names
	IfRight string // {0} law that is right
	Excess  string // {0} loss lost
	Own     string // a law that loses nothing against itself
	How     string
	Turned  string // counting was converted
	Kaplan  string // Kaplan against itself
	Unsaid  string // {0} laws that predict no loss

	ColRight, ColSize, ColData, ColLoss, ColBest, ColExcess, ColWasted string // of the exported table
}

var enRegret = RegretText{
	Title:   "What a wrong law costs",
	Worst:   "If you follow {0} and {1} is right, you lose {2} nats per token: {3} of the compute.",
	None:    "No two of the laws shown can be compared: put another that predicts losses beside this one.",
	Follow:  "You follow",
	IfRight: "and {0} is right",
	Excess:  "+{0} nats",
	Own:     "its own best",
	How:     "Each cell trains the model size of its row until the budget is spent, and asks the law of its column for the loss. The percentage is the share of the compute that its own best plan would not have needed for that loss; the nats are how far it is from the best that the budget could buy.",
	Turned:  "Kaplan's sizes leave embeddings out: they are converted by N + 47491·N^(1/3) (Pearce & Song 2024: a vocabulary of 32 thousand, an aspect ratio of 39), and each law counts the budget as 6·N·D with its own N.",
	Kaplan:  "Kaplan's sizes come from Table 6 and Kaplan's losses from L(N,D), eq. 1.5, whose own best sizes are others: so Kaplan loses something even if Kaplan is right.",
	Unsaid:  "Without a column, as they predict no loss: {0}.",

	ColRight: "Right", ColSize: "Params N, as the right law counts", ColData: "Tokens D",
	ColLoss: "Loss by the right law", ColBest: "Best loss for the budget", ColExcess: "Loss lost (nats)", ColWasted: "Compute wasted (share)",
}

var zhRegret = RegretText{
	Title:   "信错定律的代价",
	Worst:   "若按 {0} 训练而 {1} 才对，损失多出 {2} nats/token：相当于浪费 {3} 的算力。",
	None:    "所示定律中没有两条可以互相比较：请再选一条能预测损失的定律。",
	Follow:  "按此定律训练",
	IfRight: "若 {0} 才对",
	Excess:  "+{0} nats",
	Own:     "自身最优",
	How:     "每格取该行定律给出的模型大小，训练到预算用尽，再由该列定律给出损失。百分数是按该列自身的最优方案达到同样损失时可以省下的算力份额；nats 是与该预算下最低损失的差距。",
	Turned:  "Kaplan 的参数量不含嵌入：按 N + 47491·N^(1/3) 换算（Pearce & Song 2024：词表 3.2 万，宽深比 39），各定律均以自己的 N 按 6·N·D 计预算。",
	Kaplan:  "Kaplan 的模型大小出自表 6，损失出自式 1.5 的 L(N,D)，后者的最优大小与之不同：所以即使 Kaplan 才对，按 Kaplan 训练也有损失。",
	Unsaid:  "以下定律不预测损失，故没有列：{0}。",

	ColRight: "正确的定律", ColSize: "参数量 N（按正确定律的口径）", ColData: "token 数 D",
	ColLoss: "正确定律给出的损失", ColBest: "该预算下的最低损失", ColExcess: "多出的损失（nats）", ColWasted: "浪费的算力（份额）",
}
