package zh

import (
	"lossline/app/text"
)

func init() { Strings.Why = whyText }

var whyText = text.WhyText{
	Ask:    "这个数字从何而来？",
	Title:  "{1} 从何而来？{0}，{2}",
	Yours:  "代入当前数值",
	Exact:  "精确计数：没有拟合定律，所以没有区间，也无所谓外推。",
	Grades: "证据等级：A {0}；B {1}；C {2}；U {3}。",

	Range:  "拟合范围",
	Inside: "{0}：在拟合范围 {2} 至 {3} 之内",
	Above:  "{0}：是拟合所用最大值 {3} 的{1}",
	Below:  "{0}：比拟合所用最小值 {2} 小{1}",

	Interval:      "区间",
	NoInterval:    "原文没有给出区间。",
	CoefIntervals: "原文没有给出这个数字的区间；系数的区间见下。",
	JointInterval: "{0} 至 {1}，{2}，所有系数一起考虑：对 240 条训练结果重抽样 4000 次、按 Huber 拟合（B 级，由本站计算）。公布值按最小绝对偏差拟合，不一定居中。",
	OwnInterval:   "{0} 至 {1}，{2}，由拟合的协方差得出",

	Changes:   "什么对它影响最大",
	ColChange: "如果", ColThen: "那么", ColElasticity: "弹性",
	More:     "{1} 多 {0}",
	SE:       "{0} 大一个标准误（+{1}）",
	Coef:     "{0} 大 {1}",
	Together: "弹性：自变量变化百分之一，这个数字变化百分之几。每次只变一个；一起拟合的系数会一起变动，因此单独变动一个标准误会高估影响。",
	NoSE:     "系数按变动 1% 计。",
	Compute:  "算力 C", Params: "参数量 N", Tokens: "token 数 D", Batch: "批大小 B", Loss: "损失 L", Target: "目标数据 D_F",
}
