package transfer

import (
	"slices"
	"strconv"

	h "github.com/maxence-charriere/go-app/v10/pkg/app"

	"lossline/app/scenario"
	"lossline/app/text"
	"lossline/app/ui"
	"lossline/engine/transfer"
)

// The warnings that belong to the numbers of a row, by their codes.
var (
	dataCodes = []transfer.Code{transfer.AtOneCharacter, transfer.ParamsOutside, transfer.DataOutside,
		transfer.BeyondLowData, transfer.OssificationRisk, transfer.OssificationSeen}
	lossCodes = []transfer.Code{transfer.PlaceholderBase, transfer.CountingDiffers, transfer.BaseParams,
		transfer.BaseData, transfer.LossImplausible}
	tokenCodes   = []transfer.Code{transfer.AssumedChars}
	unifiedCodes = []transfer.Code{transfer.Tentative}
	ledeCodes    = append(slices.Clone(dataCodes), transfer.PlaceholderBase)
)

// warningsOf are the warnings of the sources that have one of the codes.
func warningsOf(sources []scenario.SourceOutcome, codes []transfer.Code) []transfer.Note {
	var out []transfer.Note
	for _, r := range sources {
		for _, n := range r.Advice.Warnings {
			if slices.Contains(codes, n.Code) && !slices.Contains(out, n) {
				out = append(out, n)
			}
		}
	}
	return out
}

// sup is the superscript that leads to sentences as footnotes.
func sup(f *ui.Footnotes, t *text.Strings, said []string) h.UI {
	var links []h.UI
	for _, s := range said {
		n := strconv.Itoa(f.Number(s))
		links = append(links, h.A().Href("#note-"+n).DataSet("note", n).Attr("aria-label", t.NoteLabel+" "+n).Text(n))
	}
	return h.Sup().Body(links...)
}
