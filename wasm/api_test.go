//go:build browser

package main

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"lossline/app/job"
	"lossline/wasm/browsertest"
)

// apiProgram asks what a program of somebody else's would, and gives back the
// answers as JSON, with what was thrown.
const apiProgram = `async (ll) => {
	const out = {};
	out.plan = await ll.plan({ set: "besiroglu2024.1", budget: 5.76e23 });
	out.predict = await ll.predict({ set: "muennighoff2023.1", at: [{ N: 6.34e9, D: 242e9, U: 25e9 }] });
	out.transfer = await ll.transfer({ source: "text", N: 1e9, chars: 1e6 });
	out.shape = await ll.shape({ layers: 48, d_model: 1600, heads: 25 });
	ll.put("mine", "N,D,loss\n1e6,1e9,5.5\n1e8,1e9,2.5\n1e10,1e9,1.75\n");
	out.fit = await ll.fit({ law: "power-n", objective: "linear", pin: { E: 1.5 }, data: "mine" });
	let steps = 0;
	out.shipped = await ll.fit({ law: "chinchilla", data: "chinchilla-epoch", bootstrap: 20, seed: 1 }, () => { steps++; });
	out.steps = steps > 0;
	out.read = await ll.read({ data: "gadre" });
	out.bootstrap = await ll.bootstrap({ law: "chinchilla", data: "chinchilla-epoch", seed: 1, from: 2, to: 4 });
	out.thrown = await ll.fit({ law: "chinchilla", text: "N,D,loss\n1e9,2e10,2.5\n2e9,abc,2.4\n" }).catch((e) => ({ code: e.code, row: e.row, column: e.column, error: e.message.includes("abc") }));
	out.unknown = await ll.run({ op: "fit", low: "chinchilla" }).catch((e) => e.code);
	const both = await Promise.all([ll.plan({ set: "besiroglu2024.1", budget: 1e21 }), ll.plan({ set: "besiroglu2024.1", budget: 1e22 })]);
	out.order = both.map((p) => p.C);
	ll.close();
	out.closed = await ll.plan({}).catch((e) => e.message);
	return JSON.stringify(out);
}`

// apiAnswers holds what the program got to the engine's own answers, and to the
// documentation of package job.
func apiAnswers(t *testing.T, text string) {
	t.Helper()
	var got map[string]json.RawMessage
	if err := json.Unmarshal([]byte(text), &got); err != nil {
		t.Fatalf("%v: %.300s", err, text)
	}
	for key, request := range map[string]string{
		"plan":     `{"op":"plan","set":"besiroglu2024.1","budget":5.76e23}`,
		"predict":  `{"op":"predict","set":"muennighoff2023.1","at":[{"N":6.34e9,"D":242e9,"U":25e9}]}`,
		"transfer": `{"op":"transfer","transfer":{"source":"text","N":1e9,"chars":1e6}}`,
		"shape":    `{"op":"shape","shape":{"layers":48,"d_model":1600,"heads":25}}`,
		"shipped":  `{"op":"fit","law":"chinchilla","data":"chinchilla-epoch","bootstrap":20,"seed":1}`,
		"read":     `{"op":"read","data":"gadre"}`,
	} {
		var want map[string]json.RawMessage
		if err := json.Unmarshal(job.DoJSON(t.Context(), []byte(request)), &want); err != nil {
			t.Fatal(err)
		}
		part := key
		if key == "shipped" {
			part = "fit"
		}
		if !sameJSON(t, got[key], want[part]) {
			t.Errorf("%s: %.300s\nwant %.300s", key, got[key], want[part])
		}
	}
	var fit job.FitReply
	if err := json.Unmarshal(got["fit"], &fit); err != nil || len(fit.Coefs) != 3 || fit.Coefs[1].Value < 255.9 || fit.Coefs[1].Value > 256.1 {
		t.Errorf("the fit to a table of one's own is %.300s, %v; A = 256 by construction", got["fit"], err)
	}
	for key, want := range map[string]string{
		"steps": "true", "order": "[1e+21,1e+22]", "unknown": `"unknown-field"`, "closed": `"lossline: closed"`,
		"thrown": `{"code":"bad-cell","row":3,"column":"D","error":true}`,
	} {
		if string(got[key]) != want {
			t.Errorf("%s is %s, want %s", key, got[key], want)
		}
	}
	var samples []float64
	if err := json.Unmarshal(got["bootstrap"], &samples); err != nil || len(samples) != 10 { // two resamples of five coefficients
		t.Errorf("the resamples are %s", got["bootstrap"])
	}
}

func sameJSON(t *testing.T, a, b []byte) bool {
	t.Helper()
	var x, y any
	if json.Unmarshal(a, &x) != nil || json.Unmarshal(b, &y) != nil {
		return false
	}
	p, _ := json.Marshal(x)
	q, _ := json.Marshal(y)
	return string(p) == string(q)
}

// lossline.js under Node: from the folder of the site, as CommonJS and as a
// module, and from an address.
func TestAPIUnderNode(t *testing.T) {
	script, err := filepath.Abs(filepath.Join(dist(t), "lossline.js"))
	if err != nil {
		t.Fatal(err)
	}
	run := func(name, program string) string {
		file := filepath.Join(t.TempDir(), name)
		if err := os.WriteFile(file, []byte(program), 0o644); err != nil {
			t.Fatal(err)
		}
		node := exec.Command("node", file)
		node.Stderr = os.Stderr
		out, err := node.Output()
		if err != nil {
			t.Fatalf("%v: %s", err, out)
		}
		return string(out)
	}
	apiAnswers(t, run("a.cjs", `const lossline = require(`+quoted(script)+`); lossline.load().then(`+apiProgram+`).then(console.log);`))
	const short = `const ll = await lossline.load(%s); console.log((await ll.plan({ set: "besiroglu2024.1", budget: 5.76e23 })).N.toPrecision(5));`
	// 7.2249e10 is in the documentation of package job. Nothing is closed: a program
	// ends when it has its answers.
	if got := run("a.mjs", `import lossline from `+quoted("file://"+script)+`; `+strings.Replace(short, "%s", "", 1)); got != "7.2249e+10\n" {
		t.Errorf("as a module: %s", got)
	}
	site := hosted(t, hostOptions{})
	if got := run("b.mjs", `import lossline from `+quoted("file://"+script)+`; `+strings.Replace(short, "%s", quoted(site), 1)); got != "7.2249e+10\n" {
		t.Errorf("from an address: %s", got)
	}
	other, _ := hostedWith(t, func(w http.ResponseWriter, r *http.Request) bool {
		if !strings.HasPrefix(r.URL.Path, "/a/gadre_") {
			return false
		}
		fmt.Fprint(w, "N,D,loss\n1e9,2e10,2.5\n")
		return true
	})
	changed := run("c.mjs", `import lossline from `+quoted("file://"+script)+`; const ll = await lossline.load(`+quoted(other)+`);
		console.log(await ll.fit({ data: "gadre" }).then(() => "taken", (e) => e.message)); ll.close()`)
	if !strings.Contains(changed, "/a/gadre_") || !strings.Contains(changed, "is another file than the one of this version") {
		t.Errorf("a data set that is another file: %s", changed)
	}
}

// lossline.js in a page of another origin, whose host lets others read its files
// as GitHub Pages does.
func TestAPIInAPage(t *testing.T) {
	files := newHost(os.DirFS(dist(t)), hostOptions{base: "/repo/"})
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Access-Control-Allow-Origin", "*")
		files.ServeHTTP(w, r)
	}))
	t.Cleanup(server.Close)
	for _, b := range browsertest.Browsers {
		t.Run(b.Name, func(t *testing.T) {
			p := b.Open(t, browsertest.Screen{})
			host := around(t, `<script src="`+server.URL+`/repo/lossline.js"></script>`)
			p.Open(host)
			apiAnswers(t, browsertest.Eval[string](p, `lossline.load().then(`+apiProgram+`)`))
			for _, r := range p.Requests() {
				if !strings.HasPrefix(r.URL, server.URL) && !strings.HasPrefix(r.URL, host) {
					t.Errorf("it asked for %s", r.URL)
				}
			}
		})
	}
}
