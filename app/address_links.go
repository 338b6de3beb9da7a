package app

import (
	"lossline/app/page"
	"lossline/app/scenario"
	"lossline/app/share"
)

// sharedLink is the link to this page without the reader's own runs, with the digest of
// its numbers.
func (a *address) sharedLink() string {
	s := a.ws.carried(a.screen.ID)
	l := share.Link{Page: a.screen.ID, Scenario: s, Digest: a.ws.digest(a.screen)}
	if a.screen.ID == scenario.Fit && s.Fit.Data == scenario.OwnData {
		l.Digest = scenario.DigestOwn(s)
	}
	return a.linkTo(l)
}

// runsLink is the link to this page with the reader's own runs.
func (a *address) runsLink() string {
	s, digest := a.ws.state.Scenario, a.ws.digest(a.screen)
	return a.linkTo(share.Link{Page: a.screen.ID, Scenario: s, Digest: digest, WithRows: true})
}

// bareLink is the link to the plan by the fit on screen, without its runs; false
// where there are none in the link, or the fit divides no budget.
func (a *address) bareLink() (string, bool) {
	s := a.ws.state.Scenario
	if a.screen.ID != scenario.Fit || s.Fit.Data != scenario.OwnData {
		return "", false
	}
	own, ok := scenario.OwnFrom(a.ws.fit.work.FitReply())
	if !ok || !own.Plans() {
		return "", false
	}
	s = scenario.Update(scenario.NewState(s), scenario.Adopt{Own: own}).Scenario
	s.Fit = scenario.Default().Fit
	plan := page.All()[0]
	digest := scenario.Digest(plan.Digest(s, scenario.Eval(s), nil))
	return a.linkTo(share.Link{Page: plan.ID, Scenario: s, Digest: digest}), true
}

func (a *address) linkTo(l share.Link) string {
	return a.browser.outside(a.browser.origin() + a.browser.link(page.Path(a.lang, page.Of(l.Page)), share.Encode(l)))
}
