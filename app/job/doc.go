// Package job answers requests about runs and laws as one plain function: the
// same code in a page's worker, natively (go run ./wasm job < request.json) and
// under Node. A Request goes in, a Reply comes out, both have a form in JSON, in
// the field's words: N parameters, D training tokens, C compute in FLOP, loss in
// nats per token, U unique tokens, S parameter updates, B tokens per batch. Laws,
// coefficient sets and data sets go by the IDs that they have in the engine.
//
// The same request has the same reply, to the last digit, on any machine and
// however its bootstrap is shared out (First, Split, Finish).
//
// In the examples a reply leaves out what does not matter to the example: fields,
// and the ends of lists. A test holds them to be true.
//
// # read
//
// What is in a table: format, the meaning of its columns, problems by row and
// column, ranges, and the laws that can be fitted to it, the most fitting first.
//
//	{"op":"read","text":"Model Size,Training FLOP,loss\n70M,5.9e17,3.5\n410M,2e19,\n1.4B,2.4e20,2.6\n"}
//	{"op":"read","read":{"format":"csv","delimiter":",","header":["Model Size","Training FLOP","loss"],"sure":true,"rows":3,"kept":2,"completed":3,"problems":[{"row":3,"column":"loss","role":"loss","code":"missing"}],"counts":{"missing":1},"has":["N","D","C","loss"],"ranges":{"N":{"lo":7e7,"hi":1.4e9}},"laws":["chinchilla"]}}
//
// # fit
//
// The coefficients of a law, how sure they are, and the figures of the fit. The
// runs are said in the request ("runs"), or are those of a data set that ships
// ("data"), or of a table ("text", or one that was Put, by "data"). "pin" holds a
// coefficient; "bootstrap" with "seed" and "scheme" asks for intervals of
// resamples. The laws "isoflop" and "envelope" are approaches 2 and 1.
//
//	{"op":"fit","law":"chinchilla","data":"chinchilla-epoch","objective":"huber","delta":0.001,"bootstrap":40,"seed":1}
//	{"op":"fit","fit":{"law":"chinchilla","coefs":[{"symbol":"E","value":1.817218},{"symbol":"A","value":477.826},{"symbol":"α","value":0.3473105},{"symbol":"B","value":2143.42},{"symbol":"β","value":0.3671725}],"value":0.001018274018,"status":"converged","rows":240,"free":5,"from":"rows","resamples":40,"aside":[2,3,4,5,6]}}
//
//	{"op":"fit","law":"power-n","objective":"linear","pin":{"E":1.5},"runs":[{"N":1e6,"loss":5.5},{"N":1e8,"loss":2.5},{"N":1e10,"loss":1.75}]}
//	{"op":"fit","fit":{"coefs":[{"symbol":"E","value":1.5,"pinned":true},{"symbol":"A","value":256},{"symbol":"α","value":0.30103}],"rows":3,"free":2}}
//
// # bootstrap
//
// A part of a bootstrap: the coefficients of the resamples from ≤ i < to, one
// theta after the other. "start" is the theta of the fit.
//
//	{"op":"bootstrap","law":"chinchilla","data":"chinchilla-epoch","seed":1,"from":2,"to":4}
//	{"op":"bootstrap","samples":[1.84683,501.942,0.350371,2928.358,0.383271,1.80952,271.608,0.3136,5362.7,0.411514]}
//
// # profile
//
// The objective along one coefficient, the others at their best.
//
//	{"op":"profile","law":"chinchilla","data":"chinchilla-epoch","coef":"β"}
//	{"op":"profile","profile":{"coef":"β","best":0.3671725,"level":0.95}}
//
// # backtest
//
// Fits to the runs below budgets, and how far they are off above; with the floor
// free, and held at the value of the fit to all runs.
//
//	{"op":"backtest","law":"chinchilla","data":"chinchilla-epoch","budget":1e20}
//	{"op":"backtest","backtest":{"by":"C","pinned":"E","at":1.817218,"cuts":[{"C":1e20,"below":136,"above":104,"beyond":129.56,"free":{"mean":0.0089014,"bias":0.0023936}}]}}
//
// # compare
//
// Families of laws by what they predict of runs that they were not fitted to.
//
//	{"op":"compare","data":"nanogpt","laws":["kaplan-nd","kaplan-nd-floor","kaplan-ns"]}
//	{"op":"compare","compare":{"by":"C","below":11,"above":4,"parts":3,"rows":[{"law":"kaplan-nd-floor","free":5},{"law":"kaplan-nd","free":4}],"left":[{"law":"kaplan-ns","code":"needs","need":["S"]}]}}
//
// # next
//
// Which runs would narrow the prediction at a target, or at the best point of a
// budget, most. "at" names candidates; without it there is a grid about the runs.
//
//	{"op":"next","law":"chinchilla","data":"chinchilla-epoch","target":{"N":7e10,"D":1.4e12},"allowance":1e22,"at":[{"N":1e9,"D":1e11},{"N":5e9,"D":1e11}]}
//	{"op":"next","next":{"target":{"N":7e10,"D":1.4e12},"before":{"value":1.973367,"level":0.95},"candidates":[{"N":5e9,"D":1e11,"C":3e21,"gain":0.0216659},{"N":1e9,"D":1e11}]}}
//
// # predict
//
// A law's values at points: of a published set, or of a law with "theta", and
// with "cov" and "rows" of its fit with intervals.
//
//	{"op":"predict","set":"muennighoff2023.1","at":[{"N":6.34e9,"D":242e9,"U":25e9},{"N":8.67e9,"D":178e9,"U":25e9}]}
//	{"op":"predict","predict":[{"value":2.2256440889984477},{"value":2.2269634075087867}]}
//
// # plan
//
// A budget divided between parameters and tokens.
//
//	{"op":"plan","set":"besiroglu2024.1","budget":5.76e23}
//	{"op":"plan","plan":{"C":5.76e23,"N":7.2249e10,"D":1.32874e12,"loss":{"value":1.974441}}}
//
// # transfer
//
// What a pre-training is worth on a new domain, in characters.
//
//	{"op":"transfer","transfer":{"source":"text","N":1e9,"chars":1e6}}
//	{"op":"transfer","transfer":{"D_T":6.00833e8,"D_E":6.01833e8,"multiplier":601.833,"fraction":0.998338}}
//
// # shape
//
// Parameters and training FLOPs a token of a decoder: GPT-2's kind, and what
// differs from it. FLOPs are those of the matrices (6 × non_embedding), of attention
// over the causal half of the context, of the output head and of the embedding.
//
//	{"op":"shape","shape":{"layers":12,"d_model":768,"heads":12}}
//	{"op":"shape","shape":{"non_embedding":84934656,"total":124439808,"flops_per_token":797824512,"flops_matrices":509607936,"flops_attention":56623104,"flops_head":231584256,"flops_embedding":9216}}
//
//	{"op":"shape","shape":{"layers":28,"d_model":1536,"d_ff":8960,"heads":12,"kv_heads":2,"head_dim":128,"gated":true,"tied":true,"rotary":true,"bias":"qkv","vocab":151936,"context":32768}}
//	{"op":"shape","shape":{"total":1543714304}}
//
// # What is wrong
//
// An error has a code, a sentence, and its place.
//
//	{"op":"fit","law":"chinchilla","text":"N,D,loss\n1e9,2e10,2.5\n2e9,abc,2.4\n"}
//	{"op":"fit","error":{"code":"bad-cell","row":3,"column":"D","message":"row 3, column D: \"abc\" is not a number; rows with problems: 1"}}
//
//	{"op":"fit","low":"chinchilla"}
//	{"error":{"code":"unknown-field","args":["low"]}}
package job
