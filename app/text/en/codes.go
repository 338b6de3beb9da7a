package en

import (
	"lossline/engine/dataset"
)

// jobErrors are the sentences for the codes of job.Error, with its Args.
var jobErrors = map[string]string{
	"cancelled":          "Cancelled.",
	"no-runs":            "No runs are left to be fitted.",
	"no-data":            "The file of {0} is not here. Is the connection gone?",
	"bad-cell":           "{1} Rows with problems: {0}.",
	"bad-run":            "{0} is {1}: it should be a positive number.",
	"bad-coordinate":     "The law has no value there.",
	"fit-few":            "{0} runs are too few for {1} free coefficients. Hold some of them, or take a smaller law.",
	"fit-distinct":       "The runs differ in too few places: they have {0} different settings of the law's inputs, and {1} free coefficients need {1} at least. Add runs of other sizes or tokens, hold some coefficients, or take a smaller law.",
	"fit-constant":       "All runs have the same loss, {0}, so that no law follows from them. Is the right column taken for the loss?",
	"fit-coordinate":     "The law needs {0}, and here it is {1}.",
	"fit-target":         "There is no positive loss or error rate here.",
	"fit-weight":         "The weight is {1}: it should be a positive number.",
	"fit-pinned":         "{0} cannot be held at {1}: its range is {2} to {3}.",
	"no-optima":          "Fewer than two budgets have a best size: approach 1 and 2 need several.",
	"no-curves":          "Approach 1 needs learning curves: several checkpoints of each run.",
	"no-compute":         "D is the size of the data here, and not what was read: what a run cost is not known.",
	"no-frontier":        "This law divides no budget.",
	"no-scale":           "The runs have neither C nor N and D: none is larger than another.",
	"singular":           "The runs do not determine the coefficients. Hold one, or take a smaller law, before asking which run to add.",
	"allowance":          "The allowance of {0} FLOP is less than the smallest run costs, {1} FLOP.",
	"no-candidates":      "No run to add can be proposed: the runs span too wide a range, or lack what the law reads.",
	"limit":              "{0} is out of its range.",
	"unknown-law":        "There is no law {0}.",
	"internal":           "Something went wrong inside. Please report it with the table, if you may share it.",
	"worker":             "The worker in which this was computed ended. Please try again.",
	"file-no-text":       "There is no text in it.",
	"file-binary":        "This is not text. Save the table as CSV in UTF-8.",
	"file-too-big":       "The table is larger than {1}. Leave out columns that are not needed, or keep fewer checkpoints of each run.",
	"file-rows":          "There are more than {1} rows. Keep fewer checkpoints of each run.",
	"file-runs":          "A law is fitted to {1} runs at most, and here are more. Keep the last checkpoint of each run, or fewer rows.",
	"file-columns":       "There are more than {1} columns. Keep those of size, tokens, compute and loss. Are rows and columns exchanged?",
	"file-cell":          "A cell is longer than {1}. Delete the column that it stands in, or close its quotation mark.",
	"file-gzip":          "The gzip file is damaged or cut off. Download it or pack it again.",
	"file-workbook":      "{0} is a workbook. Save its sheet as CSV in UTF-8, and open that file here.",
	"file-data-file":     "{0} files are not read here. Write the table as CSV, in Python with df.to_csv(\"runs.csv\", index=False), and open that file.",
	"file-archive":       "{0} is an archive. Unpack it, and open the table that is in it; a table packed with gzip is read as it is.",
	"file-picture":       "{0} is a picture, in which no table is read. Open the table that it was made from, or type its numbers below.",
	"file-document":      "{0} is a document, not a table in text. Save its table as CSV in UTF-8, or paste it below.",
	"file-text-encoding": "The text is in {0}. Save it in UTF-8.",
	"file-mapping":       "Two columns have one meaning, or a column has none that can be read: {0}",
	"file-no-loss":       "No column is the loss or an error rate.",
	"file-no-table":      "No table was found: no row has two cells.",
	"fit-law":            "This law cannot be fitted to runs.",
	"fit-failed":         "no fit",
	"not-held-out":       "nothing could be held out",
	"budget-too-small":   "The budget is too small.",
	"fetch":              "The file of {0} could not be fetched: is the connection gone? Please try again.",
	"fetch-status":       "The file of {0} could not be fetched: the host answers {1}. Please try again later.",
	"fetch-changed":      "The file of {0} is not the one that this version of Lossline needs: it is damaged, or of another version. Try again, or reload the page.",
	"engine":             "The part of Lossline that computes this did not load. Please try again.",
}

// fitWarnings are the sentences for the codes of job.Warning: {0} its
// coefficients, {1} and on its numbers.
var fitWarnings = map[string]string{
	"bound":           "{0} ended at the end of the range that is searched: the value says no more than that.",
	"weak":            "These runs cannot tell {0} apart: only some combination of them is known.",
	"singular":        "The runs leave a direction of the coefficients open, so there is no covariance.",
	"exact":           "There are as many coefficients as runs: no errors are left to learn from.",
	"disagree":        "Only {1} of {2} searches ended at this optimum.",
	"stopped":         "The search ended before it was done.",
	"few-runs":        "{1} runs are few for {2} free coefficients: take the intervals as a lower bound.",
	"budget-beyond":   "The budget is {2} times the compute of the largest run: the best size is extrapolated.",
	"next-beyond":     "{0} of a candidate is up to {1} times the largest of the runs: there the law is a guess.",
	"next-few-tokens": "A candidate has only {1} tokens per parameter, where no law was tested.",
	"next-held":       "These runs do not tell {0}: it is held at its value here.",
	"covariance":      "The intervals come from the covariance, which can be too narrow: on the 240 Chinchilla runs it gives β a standard error of 0.0149, a bootstrap 0.0205.",
	"not-6nd":         "C is not 6ND in all runs: in the furthest it is {1} times that.",
	"few-sizes":       "A budget with fewer than three sizes has no parabola.",
	"no-minimum":      "A parabola does not open upwards.",
	"below-runs":      "A minimum is below the smallest model of its budget.",
	"above-runs":      "A minimum is above the largest model of its budget.",
	"left-out":        "{1} of {2} budgets give no optimum and are left out.",
	"unweighted":      "The error of some optimum is unknown, so that all count alike.",
	"no-interval":     "Only two optima: the line passes through both, and nothing says how sure it is.",
}

// leftOut is why a law is not compared: {0} what is missing.
var leftOut = map[string]string{
	"needs":       "needs {0}",
	"output":      "predicts something else",
	"no-loss":     "predicts no loss",
	"few-runs":    "needs more runs",
	"fit-failed":  "could not be fitted",
	"no-repeated": "no run repeats its data",
}

// readNotes are what is noticed about a table: {0} column {1} least {2} largest
// value {3} scale.
var readNotes = map[dataset.Code]string{
	dataset.NoteUTF16:     "The file is in UTF-16.",
	dataset.NoteEncoding:  "Some bytes are not UTF-8; they stand as they are.",
	dataset.NoteNoHeader:  "There is no line of names: the columns are guessed from their values.",
	dataset.NoteUnits:     "The line below the names is taken for units.",
	dataset.NotePreamble:  "The lines above the names are passed over.",
	dataset.NoteIndex:     "The first column has no name and counts the rows: it is not used.",
	dataset.NoteDecimal:   "The comma is read as the decimal mark.",
	dataset.NoteComma:     "{0}: a comma as in 1,234 may stand for thousands or for decimals.",
	dataset.NoteSeveral:   "Several columns could be this one; {0} is taken.",
	dataset.NoteGuessed:   "{0} is guessed from its values.",
	dataset.NoteScale:     "{0}: values from {1} to {2} look like another unit; {3} times is suggested.",
	dataset.NoteLog:       "{0} has logarithms.",
	dataset.NotePpl:       "{0} is a perplexity: the loss is its logarithm.",
	dataset.NoteBits:      "{0} is in bits: the loss is ln 2 times that.",
	dataset.NoteBitsByte:  "{0} is in bits per byte, which only the tokeniser could turn into nats per token.",
	dataset.NoteEpochs:    "{0} are epochs: what is read are unique tokens.",
	dataset.NoteBatch:     "{0}: does it count sequences or tokens?",
	dataset.NoteTrainLoss: "{0} is a loss on the training data; none on held-out data was found.",
	dataset.NoteWide:      "Each loss column is a training of its own, and none says its N.",
	dataset.NoteNoLoss:    "No column looks like a loss.",
	dataset.NoteNoPlace:   "No column looks like N, D, C or steps.",
}

// readProblems are what is wrong with a row or a cell, beside what package unit
// says of numbers: {0} the cell.
var readProblems = map[dataset.Code]string{
	dataset.CodeMissing: "the cell is empty.",
	dataset.CodeNoPlace: "none of N, D, C and S is known.",
	dataset.CodeRowSize: "the row has more cells than the header.",
	dataset.CodeQuote:   "a quotation mark does not open or close a whole cell.",
	dataset.CodeObject:  "this is not a JSON object.",
	dataset.CodeAbsurd:  "“{0}” is outside of what any training has.",
	dataset.CodeDecimal: "“{0}” has a point where the decimal mark is a comma.",
}
