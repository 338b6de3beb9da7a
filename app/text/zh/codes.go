package zh

import (
	"lossline/engine/dataset"
)

// jobErrors are the sentences for the codes of job.Error, with its Args.
var jobErrors = map[string]string{
	"cancelled":          "已取消。",
	"no-runs":            "没有可拟合的训练结果。",
	"no-data":            "{0} 的文件不在这里。网络断了吗？",
	"bad-cell":           "{1}有问题的行：{0}。",
	"bad-run":            "{0} 为 {1}：应为正数。",
	"bad-coordinate":     "定律在那里没有值。",
	"fit-few":            "{0} 次训练不足以确定 {1} 个自由系数。请固定其中一些，或换更小的定律。",
	"fit-distinct":       "训练的设置差别太少：定律的输入只有 {0} 种不同取值，而 {1} 个自由系数至少需要 {1} 种。请增加其他规模或 token 数的训练，固定一些系数，或换更小的定律。",
	"fit-constant":       "所有训练的损失都是 {0}，由此得不出定律。损失列选对了吗？",
	"fit-coordinate":     "定律需要 {0}，而这里是 {1}。",
	"fit-target":         "这里没有正的损失或错误率。",
	"fit-weight":         "权重为 {1}：应为正数。",
	"fit-pinned":         "{0} 不能固定为 {1}：范围是 {2} 到 {3}。",
	"no-optima":          "有最优规模的算力预算不足两个：方法 1 和 2 需要多个。",
	"no-curves":          "方法 1 需要学习曲线：每次训练有多个检查点。",
	"no-compute":         "这里的 D 是数据集大小，而不是实际读过的量：训练算力未知。",
	"no-frontier":        "这条定律不能分配算力。",
	"no-scale":           "训练结果既没有 C，也没有 N 和 D：分不出大小。",
	"singular":           "这些训练结果不能确定系数。请先固定一个系数或换更小的定律，再问接下来训练什么。",
	"allowance":          "可用算力 {0} FLOP 小于最小一次训练所需的 {1} FLOP。",
	"no-candidates":      "无法建议新的训练：现有训练的范围过宽，或缺少定律所需的量。",
	"limit":              "{0} 超出范围。",
	"unknown-law":        "没有定律 {0}。",
	"internal":           "内部出错。如可分享表格，请一并报告。",
	"worker":             "计算所在的 worker 已结束。请重试。",
	"file-no-text":       "里面没有文字。",
	"file-binary":        "这不是文本。请把表格存为 UTF-8 的 CSV。",
	"file-too-big":       "表格大于 {1}。请删去不需要的列，或为每次训练少留一些检查点。",
	"file-rows":          "超过 {1} 行。请为每次训练少留一些检查点。",
	"file-runs":          "一条定律最多拟合 {1} 次训练，这里超出了。请只取每次训练的最后一个检查点，或减少行数。",
	"file-columns":       "超过 {1} 列。请只留规模、token 数、算力和损失各列。行与列是否颠倒了？",
	"file-cell":          "有单元格长于 {1}。请删去它所在的列，或补上引号。",
	"file-gzip":          "gzip 文件已损坏或不完整。请重新下载或重新压缩。",
	"file-workbook":      "{0} 是电子表格文件。请把其中的工作表另存为 UTF-8 的 CSV，再打开那个文件。",
	"file-data-file":     "这里不读取 {0} 文件。请把表格写成 CSV（Python：df.to_csv(\"runs.csv\", index=False)），再打开那个文件。",
	"file-archive":       "{0} 是压缩包。请先解压，再打开其中的表格；用 gzip 压缩的单个表格可以直接读取。",
	"file-picture":       "{0} 是图片，无法从中读取表格。请打开绘制它所用的表格，或在下面输入数值。",
	"file-document":      "{0} 是文档，不是文本表格。请把其中的表格存为 UTF-8 的 CSV，或粘贴到下面。",
	"file-text-encoding": "文本为 {0} 编码。请存为 UTF-8。",
	"file-mapping":       "两列含义相同，或某列的含义无法读取：{0}",
	"file-no-loss":       "没有一列是损失或错误率。",
	"file-no-table":      "没有找到表格：没有一行有两个单元格。",
	"fit-law":            "这条定律不能用训练结果拟合。",
	"fit-failed":         "无法拟合",
	"not-held-out":       "无法留出",
	"budget-too-small":   "预算太小。",
	"fetch":              "未能取到 {0} 的文件：网络断了吗？请重试。",
	"fetch-status":       "未能取到 {0} 的文件：网站返回 {1}。请稍后重试。",
	"fetch-changed":      "{0} 的文件不是此版本 Lossline 所需的文件：可能已损坏，或属于其他版本。请重试，或重新加载页面。",
	"engine":             "Lossline 中负责此项计算的部分未能加载。请重试。",
}

// fitWarnings are the sentences for the codes of job.Warning: {0} its
// coefficients, {1} and on its numbers.
var fitWarnings = map[string]string{
	"bound":           "{0} 停在搜索范围的端点：数值只说明这一点。",
	"weak":            "这些训练结果无法区分 {0}：只知道它们的某种组合。",
	"singular":        "训练结果没有确定系数的某个方向，因此没有协方差。",
	"exact":           "系数与训练次数一样多：没有误差可以估计。",
	"disagree":        "{2} 次搜索中只有 {1} 次到达这个最优点。",
	"stopped":         "搜索在完成之前结束。",
	"few-runs":        "{1} 次训练对 {2} 个自由系数来说很少：区间只是下界。",
	"budget-beyond":   "预算是最大一次训练算力的 {2} 倍：最优规模是外推的。",
	"next-beyond":     "有候选的 {0} 达到已有训练最大值的 {1} 倍：定律在那里只是猜测。",
	"next-few-tokens": "有候选每个参数只有 {1} 个 token，没有定律在那里检验过。",
	"next-held":       "这些训练无法确定 {0}：此处将其固定在拟合值。",
	"covariance":      "区间来自协方差，可能偏窄：在 Chinchilla 的 240 次训练上，它给 β 的标准误为 0.0149，自助法为 0.0205。",
	"not-6nd":         "并非所有训练的 C 都等于 6ND：相差最大的是其 {1} 倍。",
	"few-sizes":       "不足三个规模的算力预算没有抛物线。",
	"no-minimum":      "有抛物线开口不向上。",
	"below-runs":      "有最小值低于该预算的最小模型。",
	"above-runs":      "有最小值高于该预算的最大模型。",
	"left-out":        "{2} 个算力预算中有 {1} 个没有最优点，未计入。",
	"unweighted":      "有最优点的误差未知，因此各点同等计入。",
	"no-interval":     "只有两个最优点：直线经过它们，无从得知其可信程度。",
}

// leftOut is why a law is not compared: {0} what is missing.
var leftOut = map[string]string{
	"needs":       "需要 {0}",
	"output":      "预测的是另一种量",
	"no-loss":     "不预测损失",
	"few-runs":    "需要更多训练",
	"fit-failed":  "无法拟合",
	"no-repeated": "没有训练重复使用数据",
}

// readNotes are what is noticed about a table: {0} column {1} least {2} largest
// value {3} scale.
var readNotes = map[dataset.Code]string{
	dataset.NoteUTF16:     "文件为 UTF-16 编码。",
	dataset.NoteEncoding:  "有些字节不是 UTF-8，照原样保留。",
	dataset.NoteNoHeader:  "没有列名行：各列的含义由数值猜测。",
	dataset.NoteUnits:     "列名下面一行被当作单位。",
	dataset.NotePreamble:  "列名以上的行未读取。",
	dataset.NoteIndex:     "第一列没有名称，只是行号：未使用。",
	dataset.NoteDecimal:   "逗号按小数点读取。",
	dataset.NoteComma:     "{0}：1,234 这样的逗号可能是千位分隔，也可能是小数点。",
	dataset.NoteSeveral:   "有几列都可能是这一项；取了 {0}。",
	dataset.NoteGuessed:   "{0} 的含义由数值猜测。",
	dataset.NoteScale:     "{0}：数值 {1} 到 {2} 像是另一种单位；建议乘以 {3}。",
	dataset.NoteLog:       "{0} 是对数。",
	dataset.NotePpl:       "{0} 是困惑度：损失取其对数。",
	dataset.NoteBits:      "{0} 以比特计：损失为其 ln 2 倍。",
	dataset.NoteBitsByte:  "{0} 以每字节比特计，只有知道分词器才能换算成 nats/token。",
	dataset.NoteEpochs:    "{0} 是遍数：这里读的是不重复的 token 数。",
	dataset.NoteBatch:     "{0}：以序列计还是以 token 计？",
	dataset.NoteTrainLoss: "{0} 是训练数据上的损失；没有找到留出数据上的损失。",
	dataset.NoteWide:      "每个损失列各是一次训练，但都没有 N。",
	dataset.NoteNoLoss:    "没有一列像是损失。",
	dataset.NoteNoPlace:   "没有一列像是 N、D、C 或步数。",
}

// readProblems are what is wrong with a row or a cell, beside what package unit
// says of numbers: {0} the cell.
var readProblems = map[dataset.Code]string{
	dataset.CodeMissing: "单元格为空。",
	dataset.CodeNoPlace: "N、D、C、S 都不知道。",
	dataset.CodeRowSize: "这一行的单元格比表头多。",
	dataset.CodeQuote:   "引号没有括住整个单元格。",
	dataset.CodeObject:  "这不是 JSON 对象。",
	dataset.CodeAbsurd:  "“{0}”超出任何训练的范围。",
	dataset.CodeDecimal: "“{0}”里有点号，而小数点是逗号。",
}
