package app

import (
	"strings"
	"time"

	h "github.com/maxence-charriere/go-app/v10/pkg/app"

	"lossline/app/job"
	"lossline/app/page"
	"lossline/app/scenario"
	"lossline/app/share"
	"lossline/app/text/languages"
	"lossline/app/ui"
)

// Run starts the page in the browser and does not return.
func Run() { start(func() h.Composer { return newLive() }) }

// newLive is the page that the address asks for.
func newLive() *Root {
	r := NewRoot(languages.First(), page.All()[0], "")
	ui.Breathe()
	r.browser = openBrowser()
	r.fit = newFitting(r.browser.workers())
	r.draw.Narrow = r.browser.narrow()
	ui.Breathe()
	r.locate()
	r.fit.load(r.browser.embedded(repliesID), r.state.Scenario)
	r.fit.fitted = r.fitted
	r.cleanTimeline()
	_, hash := r.browser.address()
	r.offered = r.before(hash)
	return r
}

// locate reads language, screen and state from the address.
func (r *Root) locate() { r.open(r.browser.address()) }

// open reads language, screen and state from a path below the site's root and a
// fragment. The page named in the fragment wins over the path, so a link survives a
// move of its path.
func (r *Root) open(path, fragment string) {
	dir := strings.Trim(strings.TrimSuffix(path, "index.html"), "/")
	r.lang, dir = languages.Cut(dir)
	r.screen = page.All()[0]
	for _, s := range page.All() {
		if s.Path == dir {
			r.screen = s
		}
	}
	if r.preset = presetAt(dir); r.preset != nil && len(fragment) < 2 {
		fragment = r.preset.link()
	}
	if r.preset == nil {
		r.preset = presetOf(share.Plain(fragment))
	}
	if place := strings.TrimPrefix(fragment, "#"); scenario.GuidePlace(place) {
		fragment = scenario.KeyAt + "=" + place // the anchor of the page as it was written
	}
	l, notices := share.Decode(fragment)
	r.notices, r.expect, r.same, r.tour = notices, l.Digest, nil, l.Tour
	r.byRuns, r.takenOut = l.WithRows, false
	r.fit.arrive(&l.Scenario)
	r.state = scenario.NewState(l.Scenario)
	if strings.Contains("&"+share.Plain(fragment), "&p=") {
		r.screen = page.Of(l.Page)
	}
	r.outcome = scenario.Eval(r.state.Scenario)
	r.past.commit(r.state.Settled)
	r.compare()
}

// compare says whether the numbers are those that the link was shared with, once
// they are there.
func (r *Root) compare() {
	if r.expect == "" {
		return
	}
	if d := r.linkDigest(); d != "" {
		same := d == r.expect
		r.expect, r.same = "", &same
	}
}

// linkDigest is that of the numbers which an address that was opened is of: of its own
// fit where it has one and not the runs.
func (r *Root) linkDigest() string {
	s := r.state.Scenario
	if r.screen.ID == scenario.Fit && s.Fit.Data == scenario.OwnData && !r.byRuns && s.Own.Law != "" {
		return scenario.DigestOwn(s)
	}
	return r.digest()
}

// digest is that of the numbers on the page, "" while they are not there.
func (r *Root) digest() string {
	var fit *job.FitReply
	if !r.fit.work.Tasks[scenario.WorkFit].Running && !r.fit.work.Tasks[scenario.WorkFit].Stale {
		fit = r.fit.work.FitReply()
	}
	return scenario.Digest(r.screen.Digest(r.state.Scenario, r.outcome, fit))
}

// OnMount takes the page over from the static one once every figure is drawn:
// this message is handled after those of the components that are on the page.
func (r *Root) OnMount(ctx h.Context) {
	r.browser.mount(ctx, r)
	r.follow()
	if !r.fit.work.Busy() { // work that has begun is said
		ctx.PreventUpdate()
	}
	ctx.Dispatch(func(ctx h.Context) {
		ctx.PreventUpdate()
		r.entitle()
		ui.Breathe()
		r.browser.live()
		ui.ShowCard() // a link may ask for it
		r.loadRuns()
		r.arrive()
		ui.Started()
	})
}

// OnResize takes the layout of figures that fits: the style sheet has the same
// limit for the static page.
func (r *Root) OnResize(ctx h.Context) { r.draw.Narrow = r.browser.narrow() }

// send is the one way in which the state changes.
func (r *Root) send(m scenario.Msg) {
	if m, ok := m.(themeChosen); ok {
		r.browser.setTheme(m.theme)
		return
	}
	if m, ok := m.(frameChosen); ok {
		if r.chosen == nil {
			r.chosen = map[string]string{}
		}
		r.chosen[m.key] = m.value
		return
	}
	if r.heavy(m) {
		return
	}
	next := scenario.Update(r.state, m)
	if next == r.state {
		return
	}
	if next.Scenario != r.state.Scenario {
		r.shorten()
	}
	if _, ok := m.(scenario.Reset); ok {
		r.notices = nil
	}
	changed := next.Scenario != r.state.Scenario
	r.state = next
	if changed {
		r.expect, r.same, r.offered = "", nil, ""
		r.outcome = scenario.Eval(next.Scenario)
		r.writeLink()
	}
	r.committed()
	r.follow()
}

// follow has the fit done where it is looked at.
func (r *Root) follow() {
	if r.screen.ID == scenario.Fit {
		r.fit.follow(r.state)
	}
}

// linkDelay is how long nothing may change before the address is written:
// browsers limit how often that may be done, and some keep every version.
const linkDelay = 250 * time.Millisecond

// writeLink brings the address up to date once the reader pauses; what stands
// then is settled.
func (r *Root) writeLink() {
	r.browser.after(linkDelay, func() {
		r.state = scenario.Update(r.state, scenario.Settle{})
		r.committed()
		r.follow()
		r.browser.replace(r.href(r.lang, r.screen))
	})
}

func (r *Root) goHome(ctx h.Context, e h.Event) {
	if ui.OpensElsewhere(e) {
		return
	}
	e.PreventDefault()
	r.goTo(page.All()[0].ID)
}

// goTo changes the screen and keeps everything else.
func (r *Root) goTo(p scenario.Page) {
	r.browser.flush()
	r.takenOut = false
	r.shorten()
	r.state, r.notices, r.same = scenario.Update(r.state, scenario.Leave{}), nil, nil
	r.screen = page.Of(p)
	r.visit()
}

func (r *Root) switchLanguage(ctx h.Context, e h.Event) {
	if ui.OpensElsewhere(e) {
		return
	}
	e.PreventDefault()
	r.browser.flush()
	r.shorten()
	r.lang = languages.For(ctx.JSSrc().Get("hreflang").String())
	r.visit()
}

func (r *Root) visit() {
	r.preset = nil
	r.browser.push(r.href(r.lang, r.screen))
	r.entitle()
	r.follow()
}

// entitle gives the document the title and the language of the page.
func (r *Root) entitle() { r.browser.entitle(r.title(), string(r.lang)) }

func (r *Root) skip(ctx h.Context, e h.Event) {
	e.PreventDefault()
	r.browser.focus("main")
}

// themeChosen is a message of the frame: the theme is no part of a scenario.
type themeChosen struct {
	scenario.Msg
	theme string
}

func chooseTheme(v string) scenario.Msg { return themeChosen{theme: v} }
