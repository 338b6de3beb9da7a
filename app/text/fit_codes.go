package text

import "lossline/engine/dataset"

// jobErrors are the sentences for the codes of job.Error, with its Args.
var jobErrors = map[string]both{
	"cancelled":          {"Cancelled.", "已取消。"},
	"no-runs":            {"No runs are left to be fitted.", "没有可拟合的训练结果。"},
	"no-data":            {"The file of {0} is not here. Is the connection gone?", "{0} 的文件不在这里。网络断了吗？"},
	"bad-cell":           {"{1} Rows with problems: {0}.", "{1}有问题的行：{0}。"},
	"bad-run":            {"{0} is {1}: it should be a positive number.", "{0} 为 {1}：应为正数。"},
	"bad-coordinate":     {"The law has no value there.", "定律在那里没有值。"},
	"fit-few":            {"{0} runs are too few for {1} free coefficients. Hold some of them, or take a smaller law.", "{0} 次训练不足以确定 {1} 个自由系数。请固定其中一些，或换更小的定律。"},
	"fit-distinct":       {"The runs differ in too few places: they have {0} different settings of the law's inputs, and {1} free coefficients need {1} at least. Add runs of other sizes or tokens, hold some coefficients, or take a smaller law.", "训练的设置差别太少：定律的输入只有 {0} 种不同取值，而 {1} 个自由系数至少需要 {1} 种。请增加其他规模或 token 数的训练，固定一些系数，或换更小的定律。"},
	"fit-constant":       {"All runs have the same loss, {0}, so that no law follows from them. Is the right column taken for the loss?", "所有训练的损失都是 {0}，由此得不出定律。损失列选对了吗？"},
	"fit-coordinate":     {"The law needs {0}, and here it is {1}.", "定律需要 {0}，而这里是 {1}。"},
	"fit-target":         {"There is no positive loss or error rate here.", "这里没有正的损失或错误率。"},
	"fit-weight":         {"The weight is {1}: it should be a positive number.", "权重为 {1}：应为正数。"},
	"fit-pinned":         {"{0} cannot be held at {1}: its range is {2} to {3}.", "{0} 不能固定为 {1}：范围是 {2} 到 {3}。"},
	"no-optima":          {"Fewer than two budgets have a best size: approach 1 and 2 need several.", "有最优规模的算力预算不足两个：方法 1 和 2 需要多个。"},
	"no-curves":          {"Approach 1 needs learning curves: several checkpoints of each run.", "方法 1 需要学习曲线：每次训练有多个检查点。"},
	"no-frontier":        {"This law divides no budget.", "这条定律不能分配算力。"},
	"no-scale":           {"The runs have neither C nor N and D: none is larger than another.", "训练结果既没有 C，也没有 N 和 D：分不出大小。"},
	"singular":           {"The runs do not determine the coefficients. Hold one, or take a smaller law, before asking which run to add.", "这些训练结果不能确定系数。请先固定一个系数或换更小的定律，再问接下来训练什么。"},
	"allowance":          {"The allowance of {0} FLOP is less than the smallest run costs, {1} FLOP.", "可用算力 {0} FLOP 小于最小一次训练所需的 {1} FLOP。"},
	"no-candidates":      {"No run to add can be proposed: the runs span too wide a range, or lack what the law reads.", "无法建议新的训练：现有训练的范围过宽，或缺少定律所需的量。"},
	"limit":              {"{0} is out of its range.", "{0} 超出范围。"},
	"unknown-law":        {"There is no law {0}.", "没有定律 {0}。"},
	"internal":           {"Something went wrong inside. Please report it with the table, if you may share it.", "内部出错。如可分享表格，请一并报告。"},
	"worker":             {"The worker in which this was computed ended. Please try again.", "计算所在的 worker 已结束。请重试。"},
	"file-no-text":       {"There is no text in it.", "里面没有文字。"},
	"file-binary":        {"This is not text. Save the table as CSV in UTF-8.", "这不是文本。请把表格存为 UTF-8 的 CSV。"},
	"file-too-big":       {"The table is larger than {1}. Leave out columns that are not needed, or keep fewer checkpoints of each run.", "表格大于 {1}。请删去不需要的列，或为每次训练少留一些检查点。"},
	"file-rows":          {"There are more than {1} rows. Keep fewer checkpoints of each run.", "超过 {1} 行。请为每次训练少留一些检查点。"},
	"file-runs":          {"A law is fitted to {1} runs at most, and here are more. Keep the last checkpoint of each run, or fewer rows.", "一条定律最多拟合 {1} 次训练，这里超出了。请只取每次训练的最后一个检查点，或减少行数。"},
	"file-columns":       {"There are more than {1} columns. Keep those of size, tokens, compute and loss. Are rows and columns exchanged?", "超过 {1} 列。请只留规模、token 数、算力和损失各列。行与列是否颠倒了？"},
	"file-cell":          {"A cell is longer than {1}. Delete the column that it stands in, or close its quotation mark.", "有单元格长于 {1}。请删去它所在的列，或补上引号。"},
	"file-gzip":          {"The gzip file is damaged or cut off. Download it or pack it again.", "gzip 文件已损坏或不完整。请重新下载或重新压缩。"},
	"file-workbook":      {"{0} is a workbook. Save its sheet as CSV in UTF-8, and open that file here.", "{0} 是电子表格文件。请把其中的工作表另存为 UTF-8 的 CSV，再打开那个文件。"},
	"file-data-file":     {"{0} files are not read here. Write the table as CSV, in Python with df.to_csv(\"runs.csv\", index=False), and open that file.", "这里不读取 {0} 文件。请把表格写成 CSV（Python：df.to_csv(\"runs.csv\", index=False)），再打开那个文件。"},
	"file-archive":       {"{0} is an archive. Unpack it, and open the table that is in it; a table packed with gzip is read as it is.", "{0} 是压缩包。请先解压，再打开其中的表格；用 gzip 压缩的单个表格可以直接读取。"},
	"file-picture":       {"{0} is a picture, in which no table is read. Open the table that it was made from, or type its numbers below.", "{0} 是图片，无法从中读取表格。请打开绘制它所用的表格，或在下面输入数值。"},
	"file-document":      {"{0} is a document, not a table in text. Save its table as CSV in UTF-8, or paste it below.", "{0} 是文档，不是文本表格。请把其中的表格存为 UTF-8 的 CSV，或粘贴到下面。"},
	"file-text-encoding": {"The text is in {0}. Save it in UTF-8.", "文本为 {0} 编码。请存为 UTF-8。"},
	"file-mapping":       {"Two columns have one meaning, or a column has none that can be read: {0}", "两列含义相同，或某列的含义无法读取：{0}"},
	"file-no-loss":       {"No column is the loss or an error rate.", "没有一列是损失或错误率。"},
	"file-no-table":      {"No table was found: no row has two cells.", "没有找到表格：没有一行有两个单元格。"},
	"fit-law":            {"This law cannot be fitted to runs.", "这条定律不能用训练结果拟合。"},
	"fit-failed":         {"no fit", "无法拟合"},
	"not-held-out":       {"nothing could be held out", "无法留出"},
	"budget-too-small":   {"The budget is too small.", "预算太小。"},
	"fetch":              {"The file of {0} could not be fetched: is the connection gone? Please try again.", "未能取到 {0} 的文件：网络断了吗？请重试。"},
	"fetch-status":       {"The file of {0} could not be fetched: the host answers {1}. Please try again later.", "未能取到 {0} 的文件：网站返回 {1}。请稍后重试。"},
	"fetch-changed":      {"The file of {0} is not the one that this version of Lossline needs: it is damaged, or of another version. Try again, or reload the page.", "{0} 的文件不是此版本 Lossline 所需的文件：可能已损坏，或属于其他版本。请重试，或重新加载页面。"},
	"engine":             {"The part of Lossline that computes this did not load. Please try again.", "Lossline 中负责此项计算的部分未能加载。请重试。"},
}

// fitWarnings are the sentences for the codes of job.Warning: {0} its
// coefficients, {1} and on its numbers.
var fitWarnings = map[string]both{
	"bound":         {"{0} ended at the end of the range that is searched: the value says no more than that.", "{0} 停在搜索范围的端点：数值只说明这一点。"},
	"weak":          {"These runs cannot tell {0} apart: only some combination of them is known.", "这些训练结果无法区分 {0}：只知道它们的某种组合。"},
	"singular":      {"The runs leave a direction of the coefficients open, so there is no covariance.", "训练结果没有确定系数的某个方向，因此没有协方差。"},
	"exact":         {"There are as many coefficients as runs: no errors are left to learn from.", "系数与训练次数一样多：没有误差可以估计。"},
	"disagree":      {"Only {1} of {2} searches ended at this optimum.", "{2} 次搜索中只有 {1} 次到达这个最优点。"},
	"stopped":       {"The search ended before it was done.", "搜索在完成之前结束。"},
	"few-runs":      {"{1} runs are few for {2} free coefficients: take the intervals as a lower bound.", "{1} 次训练对 {2} 个自由系数来说很少：区间只是下界。"},
	"budget-beyond": {"The budget is {2} times the compute of the largest run: the best size is extrapolated.", "预算是最大一次训练算力的 {2} 倍：最优规模是外推的。"},
	"not-6nd":       {"C is not 6ND in all runs: in the furthest it is {1} times that.", "并非所有训练的 C 都等于 6ND：相差最大的是其 {1} 倍。"},
	"few-sizes":     {"A budget with fewer than three sizes has no parabola.", "不足三个规模的算力预算没有抛物线。"},
	"no-minimum":    {"A parabola does not open upwards.", "有抛物线开口不向上。"},
	"below-runs":    {"A minimum is below the smallest model of its budget.", "有最小值低于该预算的最小模型。"},
	"above-runs":    {"A minimum is above the largest model of its budget.", "有最小值高于该预算的最大模型。"},
	"left-out":      {"{1} of {2} budgets give no optimum and are left out.", "{2} 个算力预算中有 {1} 个没有最优点，未计入。"},
	"unweighted":    {"The error of some optimum is unknown, so that all count alike.", "有最优点的误差未知，因此各点同等计入。"},
	"no-interval":   {"Only two optima: the line passes through both, and nothing says how sure it is.", "只有两个最优点：直线经过它们，无从得知其可信程度。"},
}

// leftOut is why a law is not compared: {0} what is missing.
var leftOut = map[string]both{
	"needs":       {"needs {0}", "需要 {0}"},
	"output":      {"predicts something else", "预测的是另一种量"},
	"no-loss":     {"predicts no loss", "不预测损失"},
	"few-runs":    {"needs more runs", "需要更多训练"},
	"fit-failed":  {"could not be fitted", "无法拟合"},
	"no-repeated": {"no run repeats its data", "没有训练重复使用数据"},
}

// readNotes are what is noticed about a table: {0} column {1} least {2} largest
// value {3} scale.
var readNotes = map[dataset.Code]both{
	dataset.NoteUTF16:     {"The file is in UTF-16.", "文件为 UTF-16 编码。"},
	dataset.NoteEncoding:  {"Some bytes are not UTF-8; they stand as they are.", "有些字节不是 UTF-8，照原样保留。"},
	dataset.NoteNoHeader:  {"There is no line of names: the columns are guessed from their values.", "没有列名行：各列的含义由数值猜测。"},
	dataset.NoteUnits:     {"The line below the names is taken for units.", "列名下面一行被当作单位。"},
	dataset.NotePreamble:  {"The lines above the names are passed over.", "列名以上的行未读取。"},
	dataset.NoteIndex:     {"The first column has no name and counts the rows: it is not used.", "第一列没有名称，只是行号：未使用。"},
	dataset.NoteDecimal:   {"The comma is read as the decimal mark.", "逗号按小数点读取。"},
	dataset.NoteComma:     {"{0}: a comma as in 1,234 may stand for thousands or for decimals.", "{0}：1,234 这样的逗号可能是千位分隔，也可能是小数点。"},
	dataset.NoteSeveral:   {"Several columns could be this one; {0} is taken.", "有几列都可能是这一项；取了 {0}。"},
	dataset.NoteGuessed:   {"{0} is guessed from its values.", "{0} 的含义由数值猜测。"},
	dataset.NoteScale:     {"{0}: values from {1} to {2} look like another unit; {3} times is suggested.", "{0}：数值 {1} 到 {2} 像是另一种单位；建议乘以 {3}。"},
	dataset.NoteLog:       {"{0} has logarithms.", "{0} 是对数。"},
	dataset.NotePpl:       {"{0} is a perplexity: the loss is its logarithm.", "{0} 是困惑度：损失取其对数。"},
	dataset.NoteBits:      {"{0} is in bits: the loss is ln 2 times that.", "{0} 以比特计：损失为其 ln 2 倍。"},
	dataset.NoteBitsByte:  {"{0} is in bits per byte, which only the tokeniser could turn into nats per token.", "{0} 以每字节比特计，只有知道分词器才能换算成 nats/token。"},
	dataset.NoteEpochs:    {"{0} are epochs: what is read are unique tokens.", "{0} 是遍数：这里读的是不重复的 token 数。"},
	dataset.NoteBatch:     {"{0}: does it count sequences or tokens?", "{0}：以序列计还是以 token 计？"},
	dataset.NoteTrainLoss: {"{0} is a loss on the training data; none on held-out data was found.", "{0} 是训练数据上的损失；没有找到留出数据上的损失。"},
	dataset.NoteWide:      {"Each loss column is a training of its own, and none says its N.", "每个损失列各是一次训练，但都没有 N。"},
	dataset.NoteNoLoss:    {"No column looks like a loss.", "没有一列像是损失。"},
	dataset.NoteNoPlace:   {"No column looks like N, D, C or steps.", "没有一列像是 N、D、C 或步数。"},
}

// readProblems are what is wrong with a row or a cell, beside what package unit
// says of numbers: {0} the cell.
var readProblems = map[dataset.Code]both{
	dataset.CodeMissing: {"the cell is empty.", "单元格为空。"},
	dataset.CodeNoPlace: {"none of N, D, C and S is known.", "N、D、C、S 都不知道。"},
	dataset.CodeRowSize: {"the row has more cells than the header.", "这一行的单元格比表头多。"},
	dataset.CodeQuote:   {"a quotation mark does not open or close a whole cell.", "引号没有括住整个单元格。"},
	dataset.CodeObject:  {"this is not a JSON object.", "这不是 JSON 对象。"},
	dataset.CodeAbsurd:  {"“{0}” is outside of what any training has.", "“{0}”超出任何训练的范围。"},
	dataset.CodeDecimal: {"“{0}” has a point where the decimal mark is a comma.", "“{0}”里有点号，而小数点是逗号。"},
}
