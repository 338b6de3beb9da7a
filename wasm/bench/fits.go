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
	addNativeFits(p, t)
	addBrowserFits(p, t)
	addScipy(t)
	t.notes = append(t.notes, "Ours screens starts by variable projection and polishes eight of them. In the browser the message to the worker and back is counted, and the bootstrap is shared by two workers; the time of a resample is that of the whole divided by their number.")
	fmt.Print(t)
	printRows(p)
}

func addNativeFits(p *program, t *table) {
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
	addFit(t, "native, one core", times, boots, r.Value)
}

func addFit(t *table, where string, times, boots []float64, value float64) {
	all := median(boots)
	t.add(where, ms(median(times)), ms(quantile(times, 0.95)), ms(all/resamples), digits(all/1000), fmt.Sprintf("%.12f", value))
}

func millis(d time.Duration) float64 { return d.Seconds() * 1000 }

// addBrowserFits asks as the page does. Another seed each time keeps a worker
// from giving the fit that it made before.
func addBrowserFits(p *program, t *table) {
	site := serveSite(p, ".")
	for _, b := range browsertest.Browsers {
		page := b.Open(p, browsertest.Screen{})
		page.Open(site)
		page.WaitLive()
		got := browsertest.Eval[struct {
			Fits, Boots []float64
			Value       float64
		}](page, fmt.Sprintf(`new Promise(async done => {
			const ask = r => new Promise(then => lossline.run(JSON.stringify(r), (reply, final) => { if (final) then(JSON.parse(reply)) }));
			const base = {op: "fit", data: "chinchilla-epoch", law: "chinchilla"};
			const out = {Fits: [], Boots: [], Value: 0};
			await ask({...base, seed: 1, bootstrap: 100});
			for (let i = 0; i < %d; i++) {
				const from = performance.now();
				const reply = await ask({...base, seed: 2 + i});
				out.Fits.push(performance.now() - from);
				out.Value = reply.fit.value;
			}
			for (let i = 0; i < %d; i++) {
				const from = performance.now();
				await ask({...base, seed: 100 + i, bootstrap: %d});
				out.Boots.push(performance.now() - from);
			}
			done(out);
		})`, fitRuns, bootstrapRuns, resamples))
		addFit(t, b.Name+", in workers", got.Fits, got.Boots, got.Value)
	}
	p.clean(0)
}

//go:embed notebook.py
var scipyProgram string

// addScipy measures what most notebooks do, on the same runs.
func addScipy(t *table) {
	d, err := dataset.Chinchilla()
	if err != nil {
		return
	}
	var rows [][3]float64
	for _, r := range d.Used() {
		rows = append(rows, [3]float64{float64(r.N), float64(r.D), float64(r.Loss)})
	}
	text, err := json.Marshal(rows)
	if err != nil {
		return
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
		return
	}
	var got struct {
		Version               string
		Fit, Resample, Value  float64
		Starts, Best, Sampled int
	}
	if json.Unmarshal(out, &got) != nil {
		return
	}
	t.add("scipy "+got.Version+", L-BFGS-B, analytic gradient", ms(got.Fit), "", ms(got.Resample), digits(got.Resample*resamples/1000), fmt.Sprintf("%.12f", got.Value))
	t.notes = append(t.notes, fmt.Sprintf("scipy: %d starts, the grid of Hoffmann et al., once; %d of them end within 1e-6 of the best. A resample is one search from the optimum, the mean over %d.", got.Starts, got.Best, got.Sampled))
}

// printRows measures a fit against the number of rows.
func printRows(p *program) {
	t := &table{title: "Fit of L(N,D) against the number of rows, native"}
	t.add("rows", "p50, ms", "microseconds a row")
	_, set, _ := law.SetByID("besiroglu2024.1")
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
	}
	fmt.Print(t)
}
