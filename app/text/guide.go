package text

// GuideText is what the Guide says around its figures and tables.
type GuideText struct {
	_ incomparable

	Name, Title, Description string
	Lede, Intro, Contents    string
	Here                     string // a link to where a page of Lossline shows it
	Why                      string // a link from the plan to the disagreement

	CountTitle, CountIntro            string
	CountSaid                         string // {0} share {1} model {2} share {3} model
	CountTable                        string
	ColModel, ColEmbedding            string
	ColFLOPsWithout, ColFLOPsAll      string
	ColFLOPsCounted                   string
	CountYours, CountNote, CountRules string

	WhyTitle, WhyIntro            string
	PearceTitle, PearceIntro      string
	PearceSaid                    string // {0} FLOP {1} FLOP {2} params {3} params {4} exponent {5} exponent {6} Kaplan's
	LoLabel, HiLabel, RangeHelp   string
	RangeSpoken                   string // {0} FLOP
	VocabLabel                    string
	VocabHelp                     string // {0} γ
	FigTitle, FigSub              string
	AxisExponent                  string
	FigKaplan, FigOwn             string // {0} exponent
	FigFit                        string // {0} law
	FigFrom, FigTo                string
	PearceTable                   string
	ColLaw, ColFitted, ColPrinted string
	ColOwn, ColSizes              string
	PearceNote                    string
	PorianTitle, PorianIntro      string
	PorianTable                   string // {0} FLOP
	ColStage, ColN                string
	StageKaplan, StageHead        string
	StageWarmup, StageCosine      string
	StageTuned, PorianNote        string

	TrustTitle, TrustIntro     string
	MethodsTitle, MethodsIntro string
	TermsTitle, TermsIntro     string

	CorrectionsTitle, CorrectionsIntro string

	// Tour and examples, in the frame of every page.
	Examples, ExamplesNote string
	TourName, TourOffer    string
	TourStop               string // {0} number {1} number of all
	TourNext, TourBack     string
	TourEnd, TourStart     string
}

// GuideEntry is a piece of the Guide with an address of its own: a reason not to
// trust a law, a method, or a term.
type GuideEntry struct{ ID, Title, Text string }

// GuideEntry finds the words for one of the places of scenario's Guide.
func (t *Strings) GuideEntry(id string) GuideEntry {
	for _, list := range t.Entries {
		for _, e := range list {
			if e.ID == id {
				return e
			}
		}
	}
	return GuideEntry{}
}

// TourStop is what a stop of the tour says.
type TourStop struct{ Title, Text string }
