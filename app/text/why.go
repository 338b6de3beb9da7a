package text

import "lossline/engine/law"

// WhyText is the card that says why a number is what it is.
type WhyText struct {
	Ask    string // on a number that can be asked
	Title  string // {0} quantity {1} value {2} law
	Yours  string // the formula with values
	Exact  string // a count, which no law has to fit
	Grades string // {0} to {3} what the grades A, B, C and U mean

	Range                string
	Inside, Above, Below string // {0} symbol and value {1} factor {2} lowest {3} highest

	Interval, NoInterval, CoefIntervals string
	OwnInterval                         string // {0} lowest {1} highest {2} level

	Changes                              string
	ColChange, ColThen, ColElasticity    string
	More                                 string // {0} share {1} what
	SE                                   string // {0} coefficient {1} standard error
	Coef                                 string // {0} coefficient {1} share
	Together, NoSE                       string
	Compute, Params, Tokens, Batch, Loss string // what one chooses
	Target                               string // what one has of target data
}

var enWhy = WhyText{
	Ask:    "Why this number?",
	Title:  "Why {1}? {0}, {2}",
	Yours:  "With these values",
	Exact:  "An exact count: no law was fitted, so that there is no interval and nothing to extrapolate.",
	Grades: "Grades of evidence: A {0}; B {1}; C {2}; U {3}.",

	Range:  "Fitted range",
	Inside: "{0}: inside the fitted range, {2} to {3}",
	Above:  "{0}: {1} beyond the largest run, {3}",
	Below:  "{0}: {1} below the smallest run, {2}",

	Interval:      "Interval",
	NoInterval:    "No interval was published.",
	CoefIntervals: "No interval was published for this number; those of the coefficients are below.",
	OwnInterval:   "{0} to {1}, {2}, by the covariance of the fit",

	Changes:   "What would change it most",
	ColChange: "If there is", ColThen: "then", ColElasticity: "Elasticity",
	More:     "{0} more {1}",
	SE:       "one standard error more of {0} (+{1})",
	Coef:     "{1} more of {0}",
	Together: "Elasticity: by how many percent the number changes for one percent. Each is changed alone; coefficients that were fitted together move together, so that one standard error of one alone overstates.",
	NoSE:     "Where no standard error was published, coefficients are changed by 1%.",
	Compute:  "compute C", Params: "parameters N", Tokens: "tokens D", Batch: "batch B", Loss: "loss L", Target: "target data D_F",
}

var zhWhy = WhyText{
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
	OwnInterval:   "{0} 至 {1}，{2}，由拟合的协方差得出",

	Changes:   "什么对它影响最大",
	ColChange: "如果", ColThen: "那么", ColElasticity: "弹性",
	More:     "{1} 多 {0}",
	SE:       "{0} 大一个标准误（+{1}）",
	Coef:     "{0} 大 {1}",
	Together: "弹性：自变量变化百分之一，这个数字变化百分之几。每次只变一个；一起拟合的系数会一起变动，因此单独变动一个标准误会高估影响。",
	NoSE:     "没有公布标准误的系数，按变动 1% 计。",
	Compute:  "算力 C", Params: "参数量 N", Tokens: "token 数 D", Batch: "批大小 B", Loss: "损失 L", Target: "目标数据 D_F",
}

// GradesSaid is what each evidence grade means.
func (t *Strings) GradesSaid() string {
	return Fill(t.Why.Grades, t.GradeA, t.GradeB, t.GradeC, t.GradeU)
}

// Lever is what one may choose, in words; the symbol itself for what has none.
func (t *Strings) Lever(symbol string) string {
	switch symbol {
	case string(law.C):
		return t.Why.Compute
	case string(law.N):
		return t.Why.Params
	case string(law.D):
		return t.Why.Tokens
	case string(law.B):
		return t.Why.Batch
	case string(law.L):
		return t.Why.Loss
	case "D_F":
		return t.Why.Target
	}
	return symbol
}

// Signed is a relative change in percent with its sign, in two digits where it
// is small.
func (t *Strings) Signed(v float64) string {
	if v < 0 {
		return "−" + t.SmallShare(-v)
	}
	return "+" + t.SmallShare(v)
}
