package text

// AnswersText is what the Plan page says beyond the laws side by side: what is
// asked, the plan line by line, the rules, and what to do with little data.
type AnswersText struct {
	_ incomparable

	// What is asked.
	AskLabel, AskCompute, AskLoss, AskData        string
	GoalLabel, GoalHelp                           string
	DataLabel, DataHelp                           string
	DataReading                                   string // {0} bytes {1} tokens {2} bytes per token
	TextLabel, TextEnglish, TextChinese, TextCode string
	BytesLabel                                    string
	BytesHelp                                     string // {0} the usual one
	BytesMeasured, BytesAssumed                   string
	SentenceLoss                                  string // {0} FLOP {1} params {2} tokens {3} loss
	SentenceData                                  string // {0} FLOP {1} params {2} tokens {3} loss {4} bytes
	SentenceDataNoLoss                            string // the same without {3}
	SentenceNone                                  string // {0} loss
	UnmetFloor                                    string // {0} method {1} loss
	UnmetBeyond                                   string // {0} method
	UnmetNoLoss                                   string // {0} method
	ColCompute                                    string

	// The plan line by line.
	Title, ColWhat, ColValue, ColWhy            string
	Size, Data, Batch, Steps, Rate, Shape, Time string
	Worth                                       string
	WhySize                                     string // {0} method
	WhyData                                     string // {0} bytes {1} bytes per token
	WhyBatch, WhyOwnBatch, WhyChosenBatch       string
	WhySteps                                    string
	WhyRate                                     string
	WhyShape                                    string
	WhyTime                                     string // {0} device {1} utilisation
	WhyWorth                                    string // {0} characters
	RateOf                                      string // {0} paper {1} rate
	BatchOf                                     string // {0} paper {1} batch
	ShapeValue                                  string // {0} layers {1} d_model {2} heads {3} d_ff
	ShapeNone                                   string
	TimeOn                                      string // {0} time {1} count {2} device
	DeviceDays                                  string // {0} days {1} device
	Chars                                       string // {0} number
	RateNone                                    string

	// Rules.
	Rules        string
	RuleSize     string // {0} FLOP {1} params {2} tokens {3} ratio
	RuleSpread   string // {0} lowest {1} highest params
	RuleGrow     string // {0} factor on N {1} factor on D
	RuleFlat     string // {0} lowest {1} highest params
	RuleBatch    string // {0} tokens
	RuleOverfit  string // {0} tokens {1} params {2} tokens of the plan
	RuleRepeat   string // {0} worth of four passes {1} worth of forty
	RuleShape    string // {0} shape
	RuleTransfer string // {0} characters {1} params {2} characters {3} factor

	// Little data.
	ScarceLede                               string // {0} tokens that there are
	ScarceTitle                              string
	ScarceIntro                              string // {0} bytes {1} tokens {2} tokens asked for {3} factor
	ScarceEnough                             string // {0} bytes {1} tokens {2} tokens asked for
	ScarceLaw                                string // {0} source
	ColWay, ColSeen, ColEpochs, ColEffective string
	ColLost                                  string
	WayUnlimited, WaySmaller, WayLarger      string
	WayRepeat, WayFour                       string
	ScarceTransfer                           string // {0} tokens {1} multiplier {2} loss
	ScarceStop                               string // {0} relative overfit in percent {1} loss
}

var enAnswers = AnswersText{
	AskLabel:    "I start from",
	AskCompute:  "a compute budget",
	AskLoss:     "a loss to reach",
	AskData:     "the text that I have",
	GoalLabel:   "Loss to reach",
	GoalHelp:    "In nats per token. Losses of different laws are not on one scale.",
	DataLabel:   "Text that I have",
	DataHelp:    "30 GB, 1.5 TB. Empty: as much as the plan needs.",
	DataReading: "= {0} = {1} at {2} bytes per token",
	TextLabel:   "Kind of text",
	TextEnglish: "English", TextChinese: "Chinese", TextCode: "Code",
	BytesLabel:    "Bytes per token",
	BytesHelp:     "Measure it with your tokenizer. Empty: {0}.",
	BytesMeasured: "Kaplan et al. 2020, section 2.3: 96 GB are 22.9B tokens of WebText2",
	BytesAssumed:  "a round assumption for a vocabulary trained on such text; tokenizers differ by half",

	SentenceLoss:       "For a loss of {3}, train {1} on {2}: that costs {0}",
	SentenceData:       "With {4} of text, train {1} on its {2}: that costs {0}, loss {3}",
	SentenceDataNoLoss: "With {4} of text, train {1} on its {2}: that costs {0}",
	SentenceNone:       "No law shown here reaches a loss of {0}",
	UnmetFloor:         "{0} ends at a loss of {1}, whatever the budget.",
	UnmetBeyond:        "{0} would need a budget that nobody can plan for: below 10¹⁰ or above 10³⁵ FLOP.",
	UnmetNoLoss:        "{0} predicts no loss, so it cannot say what one costs.",
	ColCompute:         "Compute (FLOP)",

	Title: "The plan, line by line", ColWhat: "What", ColValue: "Value", ColWhy: "Why",
	Size: "Model size", Data: "Training data", Batch: "Batch", Steps: "Steps", Rate: "Learning rate", Shape: "Shape",
	Time: "Time", Worth: "Fine-tuning later",
	WhySize:        "the compute-optimal size by {0}",
	WhyData:        "about {0} of text at {1} bytes per token",
	WhyBatch:       "Kaplan's critical batch at this loss: steps and tokens in balance; other papers would choose",
	WhyOwnBatch:    "the paper's own critical batch at this compute; other papers would choose",
	WhyChosenBatch: "your choice; other papers would choose",
	WhySteps:       "tokens divided by the batch",
	WhyRate:        "peak rates of published rules, for their own optimizer and schedule: a start for your sweep",
	WhyShape:       "nearest buildable decoder; inside Kaplan's range the loss hardly depends on it, so depth, which fine-tuning likes, decides",
	WhyTime:        "{0} at {1} of its dense bf16 peak",
	WhyWorth:       "what this pre-training is worth to somebody with {0} characters of Python, by the law of transfer",
	RateOf:         "{0}: {1}",
	BatchOf:        "{0}: {1}",
	ShapeValue:     "{0} layers, d_model {1}, {2} heads, d_ff {3}",
	ShapeNone:      "no decoder of ordinary widths is near this size",
	TimeOn:         "{0} on {1} {2}",
	DeviceDays:     "{0} {1}-days",
	Chars:          "{0} characters",
	RateNone:       "no positive rate",

	Rules:        "The rules, with your numbers",
	RuleSize:     "Spend {0} on {1} and {2}: {3} tokens per parameter.",
	RuleSpread:   "Laws that count alike say {0} to {1} parameters: that is how well anybody knows it.",
	RuleGrow:     "Ten times the compute: {0} the parameters and {1} the tokens. Kaplan et al. 2020 said 5.4 times and 1.9 times; later work, with tuned schedules, found about an even split.",
	RuleFlat:     "Size is forgiving: from {0} to {1} parameters the loss stays within 0.5 % of the best at the same compute. The small end is cheaper to serve.",
	RuleBatch:    "At a batch of {0} tokens a run takes twice the fewest steps and twice the fewest tokens. At a tenth of it: 11 times the steps, 1.1 times the tokens.",
	RuleOverfit:  "Below {0} tokens a model of {1} parameters overfits by more than about 2 % (D ≥ 5e3·N^0.74, N without embeddings). This plan has {2}.",
	RuleRepeat:   "Four passes over the same text are worth {0} new ones; forty are worth only {1}. Beyond about four, look for more text first.",
	RuleShape:    "Shape: {0}. Between aspect ratios the pre-training loss moves by a few percent at most; after fine-tuning deeper models did better, up to 32 to 36 layers.",
	RuleTransfer: "Fine-tuned on {0} characters, a pre-trained model of {1} does as if it had {2} characters: {3} the data. The less target data, the more a pre-training is worth.",

	ScarceLede:   "but you only have {0}: the ways out are below",
	ScarceTitle:  "There is too little data for this plan",
	ScarceIntro:  "You have {0}, that is {1}; the plan asks for {2}, {3} as much. First what text enough would give, then the ways out, best first:",
	ScarceEnough: "Your {0} of text are {1}: enough for this plan, which sees {2}.",
	ScarceLaw:    "All by one law, {0}, so that they can be compared; its losses are on C4 and not on the scale of the table above.",
	ColWay:       "Way", ColSeen: "Tokens seen", ColEpochs: "Passes", ColEffective: "Worth, new tokens",
	ColLost:        "Loss given up",
	WayUnlimited:   "if there were text enough",
	WaySmaller:     "one pass, smaller model, part of the budget",
	WayLarger:      "one pass, larger model, all of the budget",
	WayRepeat:      "repeat the text, best size",
	WayFour:        "repeat it four times",
	ScarceTransfer: "Or pre-train on other text and fine-tune on this: for a model of this size your {0} would count {1}, were it Python after English text, for a loss of {2} by Kaplan's L(N,D). The page Transfer has the details.",
	ScarceStop:     "Stop early: on this text alone Kaplan's L(N,D) expects the plan's model to end at {1}, {0} above its loss on text enough.",
}

var zhAnswers = AnswersText{
	AskLabel:    "从何出发",
	AskCompute:  "算力预算",
	AskLoss:     "要达到的损失",
	AskData:     "手上的文本",
	GoalLabel:   "要达到的损失",
	GoalHelp:    "单位 nats/token。不同定律的损失不在同一尺度上。",
	DataLabel:   "手上的文本",
	DataHelp:    "30 GB、1.5 TB。留空：方案需要多少就有多少。",
	DataReading: "= {0} = {1}，按每 token {2} 字节",
	TextLabel:   "文本种类",
	TextEnglish: "英文", TextChinese: "中文", TextCode: "代码",
	BytesLabel:    "每 token 字节数",
	BytesHelp:     "请用你的分词器实测。留空则为 {0}。",
	BytesMeasured: "Kaplan et al. 2020，2.3 节：WebText2 的 96 GB 为 22.9B token",
	BytesAssumed:  "对在此类文本上训练的词表的粗略假设；不同分词器可差一半",

	SentenceLoss:       "要达到损失 {3}，训练 {1}、{2}，需要 {0}",
	SentenceData:       "用 {4} 文本的 {2}，训练 {1}，需要 {0}，损失 {3}",
	SentenceDataNoLoss: "用 {4} 文本的 {2}，训练 {1}，需要 {0}",
	SentenceNone:       "所选定律都达不到损失 {0}",
	UnmetFloor:         "无论预算多大，{0} 都止于损失 {1}。",
	UnmetBeyond:        "{0} 需要的预算超出可规划的范围：低于 10¹⁰ 或高于 10³⁵ FLOP。",
	UnmetNoLoss:        "{0} 不预测损失，因此说不出达到某个损失的代价。",
	ColCompute:         "算力（FLOP）",

	Title: "方案逐项", ColWhat: "项目", ColValue: "数值", ColWhy: "理由",
	Size: "模型大小", Data: "训练数据", Batch: "批大小", Steps: "步数", Rate: "学习率", Shape: "形状",
	Time: "时间", Worth: "日后微调",
	WhySize:        "{0} 的算力最优大小",
	WhyData:        "约 {0} 文本，每 token {1} 字节",
	WhyBatch:       "此损失下 Kaplan 的临界批大小，步数与 token 数相当；其他论文会取",
	WhyOwnBatch:    "论文自己在此算力下的临界批大小；其他论文会取",
	WhyChosenBatch: "你的选择；其他论文会取",
	WhySteps:       "token 数除以批大小",
	WhyRate:        "公开规则的峰值学习率，对应各自的优化器和学习率计划：可作为你扫参的起点",
	WhyShape:       "最接近的可实现解码器；在 Kaplan 的范围内损失几乎与形状无关，因此由微调偏好的深度决定",
	WhyTime:        "{0}，按稠密 bf16 峰值的 {1}",
	WhyWorth:       "按迁移定律，对有 {0} 字符 Python 数据的人，这次预训练值多少",
	RateOf:         "{0}：{1}",
	BatchOf:        "{0}：{1}",
	ShapeValue:     "{0} 层，d_model {1}，{2} 个头，d_ff {3}",
	ShapeNone:      "没有常见宽度的解码器接近这个大小",
	TimeOn:         "{0}，{1} 块 {2}",
	DeviceDays:     "{0} {1}·天",
	Chars:          "{0} 字符",
	RateNone:       "没有正的学习率",

	Rules:        "规则，代入你的数字",
	RuleSize:     "把 {0} 用在 {1} 和 {2} 上：每参数 {3} 个 token。",
	RuleSpread:   "计法相同的定律给出 {0} 到 {1} 参数：人们对它的了解也就到这个程度。",
	RuleGrow:     "算力增至十倍：参数量{0}，token 数{1}。Kaplan et al. 2020 说 5.4 倍和 1.9 倍；后来调好学习率计划的工作发现大致对半分。",
	RuleFlat:     "大小很宽容：算力相同时，从 {0} 到 {1} 参数，损失都在最优值的 0.5 % 以内。小的一端部署更便宜。",
	RuleBatch:    "每批 {0} token 时，步数和 token 数各为最少值的两倍。批大小为其十分之一时：步数 11 倍，token 数 1.1 倍。",
	RuleOverfit:  "少于 {0} token 时，{1} 参数的模型过拟合会超过约 2 %（D ≥ 5e3·N^0.74，N 不含嵌入）。本方案有 {2}。",
	RuleRepeat:   "同一文本过四遍相当于 {0} 遍新文本，四十遍只相当于 {1} 遍。超过四遍左右，应先找更多文本。",
	RuleShape:    "形状：{0}。宽深比不同，预训练损失至多相差几个百分点；微调之后更深的模型更好，直到 32 至 36 层。",
	RuleTransfer: "用 {0} 字符微调，{1} 的预训练模型表现得像有 {2} 字符：数据量的{3}。目标数据越少，预训练越值。",

	ScarceLede:   "但你只有 {0}：出路见下文",
	ScarceTitle:  "数据不够这个方案用",
	ScarceIntro:  "你有 {0}，即 {1}；方案需要 {2}，是它的{3}。首行是文本足够时的结果，其后是出路，最好的在前：",
	ScarceEnough: "你的 {0} 文本为 {1}：足够本方案使用，它需要 {2}。",
	ScarceLaw:    "全部按同一条定律（{0}）计算，因此可以互相比较；其损失在 C4 上测得，与上表不在同一尺度。",
	ColWay:       "出路", ColSeen: "见过的 token", ColEpochs: "遍数", ColEffective: "折合新 token",
	ColLost:        "损失代价",
	WayUnlimited:   "假如文本足够",
	WaySmaller:     "只过一遍，模型较小，只花部分预算",
	WayLarger:      "只过一遍，模型较大，花完预算",
	WayRepeat:      "重复文本，取最佳大小",
	WayFour:        "重复四遍",
	ScarceTransfer: "或者先在其他文本上预训练，再在这些文本上微调：若是英文之后的 Python，对这个大小的模型，你的 {0} 相当于其{1}，按 Kaplan 的 L(N,D) 损失为 {2}。详见“迁移”页。",
	ScarceStop:     "提前停止：只用这些文本，Kaplan 的 L(N,D) 预计方案中的模型止于 {1}，比文本足够时高 {0}。",
}
