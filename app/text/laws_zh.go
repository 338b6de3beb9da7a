package text

// zhOf has the Chinese of what the engine says in English: names of laws,
// meanings of coefficients, notes on coefficient sets, caveats of data sets. The
// English itself is the key, so a test finds what is new or was changed.
var zhOf = map[string]string{
	// Names of laws.
	"Loss from parameters and tokens, additive":                     "由参数量和 token 数得损失，相加形式",
	"Loss from parameters and tokens, with overfitting":             "由参数量和 token 数得损失，含过拟合",
	"Loss from parameters, data without limit":                      "由参数量得损失，数据不限",
	"Loss from tokens, parameters without limit":                    "由 token 数得损失，参数量不限",
	"Loss from compute, best model size and small batch":            "由算力得损失，最优模型、小批",
	"Loss from compute, best model size and a batch of 2^19 tokens": "由算力得损失，最优模型、每批 2^19 token",
	"Parameters, batch, steps and tokens from compute":              "由算力得参数量、批大小、步数和 token 数",
	"Parameters and tokens from compute":                            "由算力得参数量和 token 数",

	"Learning curve: loss from parameters and steps":         "学习曲线：由参数量和步数得损失",
	"Loss from parameters and compute at the critical batch": "由参数量和临界批大小下的算力得损失",
	"Loss from the position in the context":                  "由上下文中的位置得损失",

	"Loss from parameters, tokens and unique tokens, with repetition": "由参数量、token 数和不重复 token 数得损失，含重复",

	"Loss from compute and tokens per parameter":                    "由算力和每参数 token 数得损失",
	"Error rate on tasks from the loss":                             "由损失得任务错误率",
	"Loss from parameters, with a floor":                            "由参数量得损失，含下限",
	"Loss from tokens, with a floor":                                "由 token 数得损失，含下限",
	"Loss from compute, with a floor":                               "由算力得损失，含下限",
	"Loss from parameters and tokens, with overfitting and a floor": "由参数量和 token 数得损失，含过拟合和下限",
	"Loss after fine-tuning, from the size of the set":              "微调后的损失，由微调集大小得出",

	// Meanings of coefficients.
	"error rate where the loss is large":                                                 "损失很大时的错误率",
	"what a falling loss can remove of the error":                                        "损失下降所能消除的错误",
	"how fast the error follows the loss; per nat":                                       "错误率随损失变化的快慢；每 nat",
	"weight of the compute's term":                                                       "算力一项的权重",
	"loss that no amount of fine-tuning removes; nats per token":                         "再多微调也消除不了的损失；nats/token",
	"weight of the fine-tuning data's term":                                              "微调数据一项的权重",
	"what the pre-training was worth, in units of D^β":                                   "预训练的价值，以 D^β 为单位",
	"exponent of the fine-tuning data":                                                   "微调数据的指数",
	"repetitions after which repeating is nearly worthless":                              "重复到这个次数后，再重复几乎没有价值",
	"multiples of the data-optimal size after which more is nearly worthless":            "超过数据最优大小这么多倍后，再大几乎没有价值",
	"scale of the steps":                                                                 "步数的尺度",
	"critical batch at a loss of 1; tokens":                                              "损失为 1 时的临界批大小；token",
	"inverse exponent of the critical batch in the loss":                                 "临界批大小对损失的指数的倒数",
	"loss far into a context without end; nats per token":                                "上下文无限长时远处的损失；nats/token",
	"loss that context removes after the first token; nats per token":                    "第一个 token 之后由上下文消除的损失；nats/token",
	"exponent of the position":                                                           "位置的指数",
	"loss that no model and no data remove; nats per token":                              "任何模型和数据都消除不了的损失；nats/token",
	"weight of the parameters' term":                                                     "参数量一项的权重",
	"weight of the tokens' term":                                                         "token 一项的权重",
	"exponent of the parameters":                                                         "参数量的指数",
	"exponent of the tokens":                                                             "token 数的指数",
	"exponent of the compute":                                                            "算力的指数",
	"exponent of the data":                                                               "数据的指数",
	"exponent of the steps":                                                              "步数的指数",
	"exponent of the critical batch":                                                     "临界批大小的指数",
	"exponent of the data where parameters abound":                                       "参数充足时数据的指数",
	"exponent of the parameters where data abound":                                       "数据充足时参数量的指数",
	"parameters for 1 PF-day; non-embedding parameters":                                  "1 PF-day 对应的参数量；不含嵌入",
	"parameters for 1 FLOP; total parameters":                                            "1 FLOP 对应的参数量；含嵌入",
	"critical batch for 1 PF-day; tokens":                                                "1 PF-day 对应的临界批大小；token",
	"least number of steps for 1 PF-day":                                                 "1 PF-day 对应的最少步数",
	"tokens for 1 PF-day":                                                                "1 PF-day 对应的 token 数",
	"scale of the parameters, which depends on the vocabulary; non-embedding parameters": "参数量的尺度，随词表而变；不含嵌入",
	"scale of the data, which depends on the vocabulary; tokens":                         "数据的尺度，随词表而变；token",
	"scale of the compute, which depends on the vocabulary; PF-days":                     "算力的尺度，随词表而变；PF-days",

	// Notes on coefficient sets.
	"Fitted to five small runs, as printed, rounded; the loss is that on C4.":                                                                                                                 "由五个小规模训练拟合，照原文印出的舍入值；损失在 C4 上测得。",
	"Average top-1 error over 17 tasks, from the loss on C4; as printed, rounded.":                                                                                                            "17 个任务的平均 top-1 错误率，由 C4 上的损失得出；照原文印出的舍入值。",
	"Refitted on 240 runs digitised from Hoffmann et al.'s figure 4. The published values minimise, in effect, absolute deviations of log loss; a plain Huber sum has its optimum elsewhere.": "用从 Hoffmann 等人图 4 数字化的 240 个训练结果重新拟合。公布的数值实际上最小化对数损失的绝对偏差；普通 Huber 和的最优点在别处。",
	"As printed, rounded. The rounding matters: for 5.76e23 FLOP it gives 93 tokens per parameter where the unrounded values give 59 and the paper trained with 20.":                          "照原文印出的舍入值。舍入影响很大：5.76e23 FLOP 时它给出每参数 93 个 token，未舍入的值给出 59，而论文自己训练时用了 20。",
	"Unrounded values from the paper's TeX source. They still ask for 59 tokens per parameter at 5.76e23 FLOP, against the paper's other two approaches and its own model.":                   "论文 TeX 源文件中的未舍入值。5.76e23 FLOP 时它仍要求每参数 59 个 token，与论文另两种方法及其自己的模型不符。",
	"Minimum over training curves. The exponent is the paper's; the prefactor is regressed by us on the nine rows of its Table 3, which it meets within 2.2 % in N.":                          "取训练曲线的最小值。指数照论文；前置系数由我们对其表 3 的九行回归得到，N 与表相差 2.2 % 以内。",
	"IsoFLOP profiles. The exponent is the paper's; the prefactor is regressed by us on the nine rows of its Table A3, which it meets within 3.3 % in N.":                                     "等算力曲线。指数照论文；前置系数由我们对其表 A3 的九行回归得到，N 与表相差 3.3 % 以内。",
	"Early-stopped test loss with 10 % dropout; the runs behind it have 393K to 708M parameters. Poor near 2e7 tokens. Not to be mixed with the constants of Table 5.":                        "早停的测试损失，10 % dropout；所用模型为 393K 到 708M 参数。2e7 token 附近拟合较差。不可与表 5 的常数混用。",
	"C is C_min; a run at the critical batch takes twice the steps and twice the compute. Eq. 6.7 prints 4e10·C^0.26 for the tokens, which 2·C_min/(6N) does not give: it is 2.2e10·C^0.27.":  "C 是 C_min；以临界批大小训练，步数和算力都要两倍。式 6.7 印的 token 数为 4e10·C^0.26，但 2·C_min/(6N) 得不出它：应为 2.2e10·C^0.27。",
	"Tokens as eq. 6.7 prints them, which contradicts both Table 6 and the equation's own right-hand side; kept for comparison.":                                                              "token 数照式 6.7 所印，与表 6 及该式自己的右边都矛盾；留作比较。",
	"C is C_min, in FLOP at the interface and in PF-days in the constant. The legend of Figure 1 has 2.3e8 instead, 1.5 % lower in loss.":                                                     "C 是 C_min，界面以 FLOP 计，常数以 PF-days 计。图 1 的图例写的是 2.3e8，损失低 1.5 %。",
	"C is C_min. The text and Table 5 have 3.1e8 instead, 1.5 % higher in loss.":                                                                                                              "C 是 C_min。正文和表 5 写的是 3.1e8，损失高 1.5 %。",
	"Every run at one batch of 2^19 tokens, which is too large for the small runs and too small for the large ones; the paper prefers the trend in C_min.":                                    "所有训练都用每批 2^19 token，对小模型太大、对大模型太小；论文更看重随 C_min 的趋势。",
	"For models trained to near convergence. One-layer models, such as the smallest one of 768 parameters, were left out of the fit.":                                                         "用于训练到接近收敛的模型。一层的模型（如最小的 768 参数）未纳入拟合。",
	"One model of 708M parameters, stopped early on subsets of WebText2; the tokens are unique ones.":                                                                                         "一个 708M 参数的模型，在 WebText2 的子集上早停；token 数是不重复的。",

	"S is S_min, the steps needed at a very large batch. Holds after the warmup, on data without limit; poor for very few steps.":                                                   "S 是 S_min，即批极大时所需的步数。预热之后、数据不限时成立；步数很少时较差。",
	"C and S are those of a run at the critical batch, twice C_min and S_min. The constants of the learning curve, Table 3.":                                                        "C 和 S 是以临界批大小训练时的值，为 C_min 和 S_min 的两倍。常数取自学习曲线的表 3。",
	"C and S are those of a run at the critical batch, twice C_min and S_min. The summary's constants, Table 5, of which N_c and α_N fit converged models and not learning curves.": "C 和 S 是以临界批大小训练时的值，为 C_min 和 S_min 的两倍。常数取自汇总的表 5，其中 N_c 和 α_N 拟合的是收敛的模型而不是学习曲线。",
	"From one reading of the figure's legend; the model size of each line is not readable, only that the lines are in order of size.":                                               "只来自对图例的一次辨读；各条线的模型大小无法读出，只知道按大小排列。",

	// The law of transfer.
	"The ends of the fitted range are inferred from the spans that the paper states; within it the law was fitted only where D_F is at most a tenth of D(N).": "拟合范围的边界由论文所述的跨度推断；范围之内，定律也只在 D_F 不超过 D(N) 的十分之一处拟合。",

	"Measured on models of 3M and 85M parameters down to a training loss near 3. The text rounds the constant to 2e8.": "在 3M 和 85M 参数的模型上测得，训练损失降到 3 左右为止。正文把常数舍入为 2e8。",
	"The rounded constant of the text; Table 5 and Figure 10 have 2.1e8.":                                              "正文中的舍入值；表 5 和图 10 写的是 2.1e8。",

	// Data sets.
	"Chinchilla runs, digitised": "Chinchilla 训练结果（数字化）",
	"Digitised from Hoffmann et al. 2022, figure 4: the losses are read off a colour scale, not taken from the runs.":                               "从 Hoffmann et al. 2022 的图 4 数字化：损失由色标读出，不是训练记录。",
	"D is computed as C/(6N), because the figure shows only parameters and compute.":                                                                "D 由 C/(6N) 算出，因为图中只有参数量和算力。",
	"The five runs of highest loss are marked as not used: the published fit drops them as outliers.":                                               "损失最高的五个结果标为未使用：公布的拟合把它们当作离群点剔除。",
	"Validation loss on C4. The first five constants were fitted on single-epoch runs and kept; R_D* and R_N* on runs of up to hundreds of epochs.": "C4 上的验证损失。前五个常数在单遍训练上拟合后固定；R_D* 和 R_N* 在最多数百遍的训练上拟合。",
}
