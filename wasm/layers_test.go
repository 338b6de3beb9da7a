//go:build !js

package main

import (
	"go/build"
	"maps"
	"slices"
	"strings"
	"testing"
)

// lattice is the direction of imports inside the module. It is a statement of
// policy: a build that breaks it is mended, not the policy. To change the
// policy, change the map in engine/doc.go and the README with it.
//
// "a < b" means that b may import a, and all that a may import. A comma lists
// packages of one rank, which do not see each other. A line that ends a chain
// ends with ";". A package that is not named here fails the test.
const lattice = `
	# The engine: quantities, sources, laws; what is computed from them.
	engine/unit < engine/cite < engine/law
	< engine/dataset, engine/shape, engine/transfer
	< engine/isoflop, engine/fit, engine/plan
	< engine/trial
	< app/job < app/scenario < app/text < app/text/en, app/text/zh < app/text/languages
	< app/share < app/export < app/ui
	< app/page/plan, app/page/pretraining, app/page/transfer, app/page/shape, app/page/fit, app/page/guide
	< app/page < app < wasm;

	# Exponentials and logarithms with the same digits on every machine.
	NONE < engine/num < engine/law;

	# Tables of the files that ship.
	NONE < engine/internal/csvtable < engine/dataset, engine/shape, engine/transfer;

	# A file that two packages read.
	NONE < engine/internal/gemdata < engine/dataset, engine/shape;

	# A worker carries requests and replies; what they mean is not its business.
	app/job < app/worker < app/ui;

	# Bytes and promises, over the border between Go and the browser.
	NONE < app/bridge < app/worker, app/ui;

	# Charts know nothing of scaling laws and no language.
	NONE < app/chart/svg < app/chart < app/export;

	# A language that tests add to the two.
	app/text/en, app/text/zh < app/text/texttest;

	# Formulas to MathML, for whoever writes a page. Its test reads the laws'.
	engine/law < app/mathml < app/export, app/ui;

	# Files of the site that the writer embeds.
	NONE < web < wasm;

	# Laid over the standard library when the browser's binary is built; never
	# imported, but by their tests.
	NONE < wasm/nethttp;
	NONE < wasm/standin/aes, wasm/standin/cipher, wasm/standin/godebug, wasm/standin/md5,
		wasm/standin/rand, wasm/standin/regexp, wasm/standin/sha1 < wasm/standin;

	# Rewrites the browser's binary when it is built.
	NONE < wasm/slim;

	# Compares two builds of the site.
	NONE < wasm/compare;

	# The browser tests and the benchmarks stand beside the binary.
	NONE < wasm/browsertest < wasm;
	app/worker < wasm/engine;
	app/page, engine/fit, wasm/browsertest < wasm/bench;

	# The map of the engine, in words.
	NONE < engine;
`

// testOnly has the packages that tests of any rank may import, and nothing but
// tests.
var testOnly = []string{"engine/internal/numtest", "app/chart/charttest", "app/share/sharetest", "app/text/texttest"}

// outside says who may import what is not ours: the path of a package, with all
// below it, and the files that may, as patterns of path.Match in which a last
// element "..." stands for every file below. Paths of the standard library that
// are not listed are free, other modules that are not listed are refused.
var outside = []struct {
	pkg   string
	goos  string // the rule's system, "" for all
	files string
}{
	{"gonum.org/v1/gonum", "", "engine/fit/* engine/plan/*"},
	{"gonum.org/v1/plot", "", "app/chart/... wasm/bench/*"},
	{"github.com/maxence-charriere/go-app/v10", "", "app/ui/* app/page/... app/* wasm/*"},
	{"golang.org/x/image/font", "", "app/chart/..."},
	{"golang.org/x/net/html", "js", ""}, // the site writer reads back what the components draw
	{"golang.org/x/net/html", "", "wasm/*"},
	{"github.com/chromedp", "", "wasm/browsertest/*"},
	{"syscall/js", "", "app/bridge/*_js.go app/worker/*_js.go app/ui/*_js.go wasm/..."},
	{"net/http", "js", ""},
	{"net/http", "", "wasm/..."},
}

func TestLayers(t *testing.T) {
	may, err := parseLattice(lattice)
	if err != nil {
		t.Fatal(err)
	}
	seen := 0
	for _, system := range []build.Context{systemContext("linux", "amd64", "browser"), systemContext("js", "wasm")} {
		module, err := readModule("..", system)
		if err != nil {
			t.Fatal(err)
		}
		seen += len(module)
		for _, name := range slices.Sorted(maps.Keys(module)) {
			p := module[name]
			for _, complaint := range check(may, system.GOOS, name, p.code, p.tests) {
				t.Errorf("GOOS=%s: %s", system.GOOS, complaint)
			}
		}
	}
	if seen < 10 {
		t.Errorf("only %d packages found: is the module not at ..?", seen)
	}
}

// The checker itself is held to made-up imports: what it must refuse, with its
// words, and what it must let pass.
func TestLayersChecker(t *testing.T) {
	may, err := parseLattice(lattice)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		pkg, file, imported, goos string
		inTest                    bool
		want                      string // "" lets pass
	}{
		{pkg: "engine/law", imported: "lossline/app/text",
			want: "engine/law may not import app/text: it is not below engine/law in the lattice (x.go)"},
		{pkg: "engine/fit", imported: "lossline/engine/plan", want: "engine/fit may not import engine/plan"},
		{pkg: "app/scenario", imported: "lossline/app/text", want: "app/scenario may not import app/text"},
		{pkg: "app/worker", imported: "lossline/app/scenario", want: "app/worker may not import app/scenario"},
		{pkg: "app/chart/svg", imported: "lossline/engine/unit", want: "app/chart/svg may not import engine/unit"},
		{pkg: "app/chart", imported: "lossline/app/text", want: "app/chart may not import app/text"},
		{pkg: "engine/law", imported: "lossline/engine/internal/numtest", want: "only tests may"},
		{pkg: "engine/law", inTest: true, imported: "lossline/app/text", want: "engine/law may not import app/text"},
		{pkg: "engine/new", imported: "fmt", want: "engine/new is not in the lattice"},
		{pkg: "app/page/plan", imported: "lossline/app/unheard", want: "app/page/plan may not import app/unheard"},
		{pkg: "app/page/plan", imported: "lossline/app/page/fit", want: "app/page/plan may not import app/page/fit"},
		{pkg: "app/ui", imported: "lossline/app/page/fit", want: "app/ui may not import app/page/fit"},
		{pkg: "app/scenario", imported: "gonum.org/v1/gonum/optimize",
			want: "app/scenario may not import gonum.org/v1/gonum/optimize: only engine/fit/* engine/plan/* may (x.go)"},
		{pkg: "app/page/fit", imported: "gonum.org/v1/plot/vg", want: "only app/chart/... wasm/bench/* may"},
		{pkg: "app/chart", imported: "github.com/maxence-charriere/go-app/v10/pkg/app", want: "may not import"},
		{pkg: "app/ui", imported: "syscall/js", want: "only app/bridge/*_js.go"},
		{pkg: "engine/dataset", imported: "net/http", want: "may not import net/http"},
		{pkg: "wasm", imported: "net/http", goos: "js", want: "nothing may"},
		{pkg: "engine/dataset", imported: "example.org/handy", want: "no rule names it"},

		{pkg: "engine/law", imported: "lossline/engine/unit"},
		{pkg: "engine/law", inTest: true, imported: "lossline/engine/internal/numtest"},
		{pkg: "wasm", imported: "lossline/engine/unit"},
		{pkg: "app/worker", imported: "lossline/app/job"},
		{pkg: "app/export", imported: "lossline/app/chart"},
		{pkg: "app/chart/svg", imported: "gonum.org/v1/plot/vg"},
		{pkg: "engine/fit", imported: "gonum.org/v1/gonum/optimize"},
		{pkg: "app/ui", file: "clipboard_js.go", imported: "syscall/js", goos: "js"},
		{pkg: "wasm", imported: "net/http"},
		{pkg: "engine/unit", imported: "strconv"},
	} {
		file := c.file
		if file == "" {
			file = "x.go"
		}
		goos := c.goos
		if goos == "" {
			goos = "linux"
		}
		code, tests := imports{c.imported: {file}}, imports{}
		if c.inTest {
			code, tests = tests, code
		}
		got := check(may, goos, c.pkg, code, tests)
		switch {
		case c.want == "" && len(got) != 0:
			t.Errorf("%s importing %s is refused: %q", c.pkg, c.imported, got)
		case c.want != "" && (len(got) != 1 || !strings.Contains(got[0], c.want)):
			t.Errorf("%s importing %s: %q, want one complaint with %q", c.pkg, c.imported, got, c.want)
		}
	}
}

func TestLatticeSyntax(t *testing.T) {
	may, err := parseLattice("a < b, c < d; # why\n NONE < e < d;")
	if err != nil {
		t.Fatal(err)
	}
	for pkg, want := range map[string]string{"a": "", "b": "a", "c": "a", "d": "a b c e", "e": ""} {
		if got := strings.Join(slices.Sorted(maps.Keys(may[pkg])), " "); got != want {
			t.Errorf("%s may import %q, want %q", pkg, got, want)
		}
	}
	for _, bad := range []string{"a < b", "a < ; ", "a < b; b < a;", "a < b, a;", "a b < c;"} {
		if _, err := parseLattice(bad); err == nil {
			t.Errorf("%q is taken for a lattice", bad)
		}
	}
}
