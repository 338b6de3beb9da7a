//go:build browser

package main

import (
	"bytes"
	"encoding/json"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"lossline/app/job"
	"lossline/wasm/browsertest"
)

// asked is the reply of the page's workers to a request.
func asked(p *browsertest.Page, request string) string {
	return browsertest.Eval[string](p, `new Promise(done => lossline.run(`+quoted(request)+`, (reply, final) => { if (final) done(reply) }))`)
}

func quoted(s string) string {
	text, _ := json.Marshal(s)
	return string(text)
}

// underNode is the reply of the browser's binary run by Node.
func underNode(t *testing.T, request string) string {
	t.Helper()
	binary, err := filepath.Glob(filepath.Join(dist(t), "a", "engine.*.wasm"))
	if err != nil || len(binary) != 1 {
		t.Fatalf("no single binary: %v, %v", binary, err)
	}
	root, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		t.Fatal(err)
	}
	loader := filepath.Join(strings.TrimSpace(string(root)), "lib", "wasm", "wasm_exec_node.js")
	run := exec.Command("node", loader, binary[0], "job")
	run.Stdin = bytes.NewReader([]byte(request))
	var out, complaint bytes.Buffer
	run.Stdout, run.Stderr = &out, &complaint
	if err := run.Run(); err != nil {
		t.Fatalf("node: %v\n%s\n%s", err, complaint.String(), out.String())
	}
	return string(bytes.TrimSuffix(out.Bytes(), []byte("\n")))
}

// A fit and its bootstrap have the same digits natively, under Node and in a
// browser, where two workers or more share it.
func TestSameDigitsEverywhere(t *testing.T) {
	t.Parallel()
	const request = `{"op":"fit","data":"chinchilla-epoch","law":"chinchilla","bootstrap":200,"seed":1}`
	native := string(job.DoJSON(t.Context(), []byte(request)))
	var reply job.Reply
	if err := json.Unmarshal([]byte(native), &reply); err != nil || reply.Fit == nil || reply.Fit.Resamples != 200 {
		t.Fatalf("%.300s", native)
	}
	if node := underNode(t, request); node != native {
		t.Errorf("Node differs at byte %d of %d", differ(node, native), len(native))
	}
	for _, b := range browsertest.Browsers {
		p := b.Open(t, browsertest.Screen{})
		p.Open(hosted(t, hostOptions{}))
		p.WaitLive()
		if page := asked(p, request); page != native {
			t.Errorf("%s differs at byte %d of %d: %.200s", b.Name, differ(page, native), len(native), page)
		}
		if s := p.Complaints(); len(s) > 0 {
			t.Errorf("%s complained: %v", b.Name, s)
		}
	}
}

func differ(a, b string) int {
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			return i
		}
	}
	return min(len(a), len(b))
}

// Data sets that are not in the binary are fetched from the site, below a path
// and from a dumb host too, and their fits have the same digits.
func TestFetchedDataSets(t *testing.T) {
	site := hosted(t, hostOptions{base: "/sub/", dumb: true})
	p := browsertest.Chromium(t, browsertest.Screen{})
	p.Open(site + "zh/")
	p.WaitLive()
	for _, request := range []string{
		`{"op":"fit","data":"gadre"}`,
		`{"op":"fit","data":"porian-isoflops"}`,
		`{"op":"read","data":"nanogpt"}`,
	} {
		native := string(job.DoJSON(t.Context(), []byte(request)))
		if page := asked(p, request); page != native {
			t.Errorf("%s: the page differs at byte %d: %.200s", request, differ(page, native), page)
		}
	}
	if s := p.Strays(site); len(s) > 0 {
		t.Errorf("requests left the site: %v", s)
	}
}

// typing is a script that types budgets until the expression stop is true, and
// puts into latencies how long each took to be answered by the sentence, in ms.
const typing = `
	const field = document.getElementById("budget"), sentence = document.querySelector("h1");
	const type = async (latencies, stop) => {
		for (let i = 0; !stop(i); i++) {
			await new Promise(r => setTimeout(r, 20));
			const start = performance.now();
			const changed = new Promise(r => {
				const o = new MutationObserver(() => { o.disconnect(); r() });
				o.observe(sentence, {subtree: true, childList: true, characterData: true, attributes: true});
			});
			field.value = (i % 9 + 1) + "e22";
			field.dispatchEvent(new Event("input", {bubbles: true}));
			await changed;
			latencies.push(performance.now() - start);
		}
	};`

// While 4000 resamples run the page answers what its reader does within 50 ms,
// or on a machine that is slower than that by itself, within twice the time that
// it takes when nothing runs. The medians of many inputs are compared.
func TestPageAnswersDuringBootstrap(t *testing.T) {
	p := browsertest.Chromium(t, browsertest.Screen{})
	p.Open(hosted(t, hostOptions{}))
	p.WaitLive()
	type answers struct {
		Alone, During []float64
		Progress      int
		Replies       []bool
		Took          float64
	}
	got := browsertest.Eval[answers](p, `new Promise(async done => {`+typing+`
		const out = {Alone: [], During: [], Progress: 0, Replies: [], Took: 0};
		await type(out.Alone, i => i >= 25);
		let running = true;
		const from = performance.now();
		lossline.run(JSON.stringify({op: "fit", data: "chinchilla-epoch", law: "chinchilla", bootstrap: 4000, seed: 1}),
			(reply, final) => { out.Replies.push(final); if (final) { running = false; out.Took = performance.now() - from } },
			() => { out.Progress++ });
		await type(out.During, () => !running);
		done(out);
	})`)
	if len(got.Replies) != 2 || got.Replies[0] || !got.Replies[1] {
		t.Fatalf("replies %v, want one that is not final and one that is", got.Replies)
	}
	if got.Progress < 3 || len(got.During) < 5 {
		t.Fatalf("%d times progress, %d inputs while it ran", got.Progress, len(got.During))
	}
	slices.Sort(got.Alone)
	slices.Sort(got.During)
	alone, during := got.Alone[len(got.Alone)/2], got.During[len(got.During)/2]
	t.Logf("%d inputs in %.0f ms: median %.1f ms, worst %.1f ms; alone %.1f ms", len(got.During), got.Took, during, slices.Max(got.During), alone)
	if limit := max(50, 2*alone); during > limit {
		t.Errorf("the median input was answered after %.0f ms, want %.0f", during, limit)
	}
}

// A bootstrap that is called off in its middle stops: nothing more is heard of
// it, and the next request is answered.
func TestCancelBootstrap(t *testing.T) {
	p := browsertest.Chromium(t, browsertest.Screen{})
	p.Open(hosted(t, hostOptions{}))
	p.WaitLive()
	type outcome struct {
		After int // calls after cancel, within a second
		Reply string
	}
	got := browsertest.Eval[outcome](p, `new Promise(done => {
		const out = {After: 0, Reply: ""};
		let cancelled = false;
		const cancel = lossline.run(JSON.stringify({op: "fit", data: "chinchilla-epoch", law: "chinchilla", bootstrap: 20000, seed: 1}),
			() => { if (cancelled) out.After++ },
			(n, total) => {
				if (cancelled) { out.After++; return }
				if (n < 100) return;
				cancelled = true;
				cancel();
				const second = new Promise(r => setTimeout(r, 1000));
				lossline.run('{"op":"plan","set":"besiroglu2024.1","budget":5.76e23}', (reply) => {
					out.Reply = reply;
					second.then(() => done(out));
				});
			});
	})`)
	if got.After > 0 {
		t.Errorf("%d calls after cancel", got.After)
	}
	if native := string(job.DoJSON(t.Context(), []byte(`{"op":"plan","set":"besiroglu2024.1","budget":5.76e23}`))); got.Reply != native {
		t.Errorf("the next reply is %s, want %s", got.Reply, native)
	}
}

// A worker that cannot be started is an error that says so; the page lives on.
func TestWorkerFailsToStart(t *testing.T) {
	p := browsertest.Chromium(t, browsertest.Screen{})
	p.Open(hosted(t, hostOptions{}))
	p.WaitLive()
	const request = `{"op":"plan","set":"besiroglu2024.1","budget":5.76e23}`
	browsertest.Eval[bool](p, `(() => { window.was = lossline.worker; lossline.worker = lossline.base + "a/none.js"; return true })()`)
	reply, err := job.DecodeReply([]byte(asked(p, request)))
	if err != nil || reply.Error == nil || reply.Error.Code != "worker" {
		t.Errorf("%+v, %v; want the error worker", reply, err)
	}
	browsertest.Eval[bool](p, `(() => { lossline.worker = window.was; return true })()`)
	native := string(job.DoJSON(t.Context(), []byte(request)))
	if page := asked(p, request); page != native {
		t.Errorf("afterwards: %s", page)
	}
}

// Where the browser has no workers the page does the work itself, with the same
// digits, and still answers in between.
func TestWithoutWorkers(t *testing.T) {
	p := browsertest.Chromium(t, browsertest.Screen{})
	p.Open(hosted(t, hostOptions{}))
	p.WaitLive()
	browsertest.Eval[bool](p, `(() => { window.Worker = undefined; return true })()`)
	const request = `{"op":"fit","data":"chinchilla-epoch","law":"chinchilla","bootstrap":300,"seed":1}`
	type answers struct {
		Reply string
		Turns int // of the page's own while it ran
	}
	got := browsertest.Eval[answers](p, `new Promise(done => {
		const out = {Reply: "", Turns: 0};
		const timer = setInterval(() => { out.Turns++ }, 1);
		lossline.run(`+quoted(request)+`, (reply, final) => {
			if (final) { clearInterval(timer); out.Reply = reply; done(out) }
		});
	})`)
	if native := string(job.DoJSON(t.Context(), []byte(request))); got.Reply != native {
		t.Errorf("the page differs at byte %d: %.200s", differ(got.Reply, native), got.Reply)
	}
	if got.Turns < 3 {
		t.Errorf("the page had %d turns", got.Turns)
	}
}
