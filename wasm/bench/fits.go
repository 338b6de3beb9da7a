//go:build !js && browser

package main

import (
	"context"
	_ "embed"
	"encoding/json"
	"fmt"
	"math"
	"math/rand/v2"
	"os/exec"
	"strings"
	"time"

	"lossline/engine/dataset"
	"lossline/engine/fit"
	"lossline/engine/law"
	"lossline/engine/unit"
	"lossline/wasm/browsertest"
)

// How often each is done; the median is what counts.
const (
	fitRuns       = 20
	bootstrapRuns = 5
	resamples     = 4000
)

// printFits measures the fit of Chinchilla's 240 runs and its bootstrap, natively,
// in the browser, and by scipy where there is one; then how the time of a fit
// grows with the rows.
func printFits(p *program) {
	t := &table{title: "Fit of L(N,D) to 240 Chinchilla runs, Huber 1e-3, to the global optimum"}
	t.add("where", "fit p50, ms", "fit p95, ms", "a resample, ms", fmt.Sprintf("%d resamples, s", resamples), "objective")
	native := addNativeFits(p, t)
	browser := addBrowserFits(p, t)
	beside := addScipy(t)
	t.notes = append(t.notes, "Ours screens starts by variable projection and polishes eight of them. In the browser the message to the worker and back is counted, and the bootstrap is shared by two workers; the time of a resample is that of the whole divided by their number.")
	fmt.Print(t)
	p.fitRows(native, browser, beside)
	printBusy(p)
	printRows(p)
}

// fitted are the medians of one place: of a fit and of a bootstrap, in milliseconds.
type fitted struct{ fit, boot, value float64 }

// optimum is the global optimum of the objective, which every fit must come within
// 1e-9 of (design, section 10).
const optimum = 0.001018274018

// fitRows keeps for the README what a fit and its bootstrap cost.
func (p *program) fitRows(native, browser, scipy fitted) {
	besides := [2]string{}
	if scipy.fit > 0 {
		besides[0] = fmt.Sprintf("scipy, 4500 starts: %s", seconds(scipy.fit))
		besides[1] = fmt.Sprintf("scipy: %s ms; %s", digits(scipy.boot/resamples), seconds(scipy.boot))
	}
	best := math.Abs(native.value/optimum-1) < 1e-9 && math.Abs(browser.value/optimum-1) < 1e-9
	p.row(row{
		What:   "fit of 240 Chinchilla runs to the global optimum, native; Chromium",
		Target: "20 ms; 50 ms",
		Ours:   fmt.Sprintf("%s; %s ms", digits(native.fit), digits(browser.fit)),
		Met:    verdictOf(native.fit <= 20 && browser.fit <= 50 && best),
		Beside: besides[0],
	})
	p.row(row{
		What:   "bootstrap of it: a resample, native; 4000 of them, Chromium, two workers",
		Target: "0.25 ms; 2 s",
		Ours:   fmt.Sprintf("%s ms; %s", digits(native.boot/resamples), seconds(browser.boot)),
		Met:    verdictOf(native.boot/resamples <= 0.25 && browser.boot <= 2000),
		Beside: besides[1],
	})
}

func addNativeFits(p *program, t *table) fitted {
	d, err := dataset.Chinchilla()
	p.check(err)
	runs := d.Used()
	var times []float64
	var r *fit.Result
	for range fitRuns {
		from := time.Now()
		r, err = fit.Fit(context.Background(), law.Chinchilla, runs, nil)
		p.check(err)
		times = append(times, millis(time.Since(from)))
	}
	var boots []float64
	for range bootstrapRuns {
		from := time.Now()
		_, err := fit.Bootstrap(context.Background(), r, runs, fit.Rows, 0, resamples, nil)
		p.check(err)
		boots = append(boots, millis(time.Since(from)))
	}
	return addFit(t, "native, one core", times, boots, r.Value)
}

func addFit(t *table, where string, times, boots []float64, value float64) fitted {
	all := median(boots)
	t.add(where, ms(median(times)), ms(quantile(times, 0.95)), ms(all/resamples), digits(all/1000), fmt.Sprintf("%.12f", value))
	return fitted{median(times), all, value}
}

func millis(d time.Duration) float64 { return d.Seconds() * 1000 }

// addBrowserFits asks as the page does. Another seed each time keeps a worker
// from giving the fit that it made before. It returns what Chromium took.
func addBrowserFits(p *program, t *table) (chromium fitted) {
	before := len(p.cleanups)
	site := serveSite(p, ".")
	for _, b := range browsertest.Browsers {
		page := b.Open(p, browsertest.Screen{})
		page.Open(site)
		page.WaitLive()
		askFit(page, 1, 100)
		var fits, boots []float64
		var value float64
		for i := range fitRuns {
			took := askFit(page, 2+i, 0)
			fits, value = append(fits, took.Millis), took.Value
		}
		for i := range bootstrapRuns {
			boots = append(boots, askFit(page, 100+i, resamples).Millis)
		}
		f := addFit(t, b.Name+", in workers", fits, boots, value)
		if b.Name == "Chromium" {
			chromium = f
		}
	}
	p.clean(before)
	return chromium
}

// askScript is a function that has the page's workers do a job.
const askScript = `(r => new Promise(then => lossline.run(JSON.stringify(r), (reply, final) => { if (final) then(JSON.parse(reply)) })))`

//go:embed notebook.py
var scipyProgram string

// asked is what the page's workers took for a fit, and the objective there.
type asked struct{ Millis, Value float64 }

// askFit has them fit, with resamples unless there are none.
func askFit(page *browsertest.Page, seed, resamples int) asked {
	return browsertest.Eval[asked](page, fmt.Sprintf(`(async () => {
		const from = performance.now();
		const reply = await %s({op: "fit", data: "chinchilla-epoch", law: "chinchilla", seed: %d, ...(%d && {bootstrap: %[3]d})});
		return {Millis: performance.now() - from, Value: reply.fit.value};
	})()`, askScript, seed, resamples))
}

// addScipy measures what most notebooks do, on the same runs. It returns zeros where
// there is no scipy.
func addScipy(t *table) (none fitted) {
	d, err := dataset.Chinchilla()
	if err != nil {
		return none
	}
	var rows [][3]float64
	for _, r := range d.Used() {
		rows = append(rows, [3]float64{float64(r.N), float64(r.D), float64(r.Loss)})
	}
	text, err := json.Marshal(rows)
	if err != nil {
		return none
	}
	var out []byte
	for _, python := range []string{"python3", "/usr/bin/python3"} { // Debian's own may be the second
		cmd := exec.Command(python, "-c", scipyProgram)
		cmd.Stdin = strings.NewReader(string(text))
		if out, err = cmd.Output(); err == nil {
			break
		}
	}
	if err != nil {
		t.notes = append(t.notes, "scipy is not on this machine: apt-get install python3-scipy adds its row.")
		return none
	}
	var got struct {
		Version               string
		Fit, Resample, Value  float64
		Starts, Best, Sampled int
	}
	if json.Unmarshal(out, &got) != nil {
		return none
	}
	t.add("scipy "+got.Version+", L-BFGS-B, analytic gradient", ms(got.Fit), "", ms(got.Resample), digits(got.Resample*resamples/1000), fmt.Sprintf("%.12f", got.Value))
	t.notes = append(t.notes, fmt.Sprintf("scipy: %d starts, the grid of Hoffmann et al., once; %d of them end within 1e-6 of the best. A resample is one search from the optimum, the mean over %d.", got.Starts, got.Best, got.Sampled))
	return fitted{got.Fit, got.Resample * resamples, got.Value}
}

// printBusy measures how the page follows a slider while its workers are busy.
func printBusy(p *program) {
	before := len(p.cleanups)
	site := serveSite(p, ".")
	t := &table{title: fmt.Sprintf("A slider on Plan while %d resamples run", resamples)}
	t.add("browser", "workers", "input to figures p50", "p95", "longest", "frames/s", "longest frame")
	for _, b := range browsertest.Browsers {
		tab := b.Open(p, browsertest.Screen{})
		tab.Open(site)
		tab.WaitLive()
		hold(tab, "#budget-slider", 1)
		add := func(workers string, d drag) {
			t.add(b.Name, workers, ms(median(d.Done)), ms(quantile(d.Done, 0.95)), ms(quantile(d.Done, 1)), digits(d.rate()), ms(quantile(d.Frames, 1)))
		}
		add("idle", hold(tab, "#budget-slider", 5))
		browsertest.Eval[bool](tab, fmt.Sprintf(`(() => {
			window.benchBusy = true;
			(async () => { for (let i = 0; window.benchBusy; i++) await %s({op: "fit", data: "chinchilla-epoch", law: "chinchilla", seed: 1000 + i, bootstrap: %d}); })();
			return true;
		})()`, askScript, resamples))
		busy := hold(tab, "#budget-slider", 5)
		browsertest.Eval[bool](tab, "window.benchBusy = false")
		add("busy", busy)
		if b.Name == "Chromium" {
			p.row(row{
				What:   fmt.Sprintf("page's answer to an input while %d resamples run, Chromium, p50 / p95", resamples),
				Target: "p95 50 ms",
				Ours:   fmt.Sprintf("%s / %s, longest %s ms", digits(median(busy.Done)), digits(quantile(busy.Done, 0.95)), digits(quantile(busy.Done, 1))),
				Met:    verdictOf(quantile(busy.Done, 0.95) <= 50),
			})
		}
	}
	fmt.Print(t)
	p.clean(before)
}

// printRows measures a fit against the number of rows.
func printRows(p *program) {
	t := &table{title: "Fit of L(N,D) against the number of rows, native"}
	t.add("rows", "p50, ms", "microseconds a row")
	_, set, _ := law.SetByID("besiroglu2024.1")
	var rows, took []float64 // logarithms
	for _, n := range []int{50, 500, 5000, 50_000, 200_000} {
		r := rand.New(rand.NewPCG(1, uint64(n)))
		runs := make([]dataset.Run, n)
		for i := range runs {
			size := 1e7 * math.Pow(1e3, r.Float64())
			at := law.Point{N: unit.Params(size), D: unit.Tokens(20 * size * math.Pow(30, r.Float64()-0.5))}
			runs[i] = dataset.Run{N: at.N, D: at.D, Used: true,
				Loss: law.Chinchilla.Loss(set.Theta, at) * unit.Loss(math.Exp(0.01*r.NormFloat64()))}
		}
		var times []float64
		for range 3 {
			from := time.Now()
			_, err := fit.Fit(context.Background(), law.Chinchilla, runs, nil)
			p.check(err)
			times = append(times, millis(time.Since(from)))
		}
		t.add(thousands(n), ms(median(times)), digits(median(times)*1000/float64(n)))
		rows, took = append(rows, math.Log(float64(n))), append(took, math.Log(median(times)))
	}
	t.notes = append(t.notes, fmt.Sprintf("Time grows as rows to the power %s over all; %s over the last two.",
		digits(slope(rows, took)), digits(slope(rows[3:], took[3:]))))
	fmt.Print(t)
}
