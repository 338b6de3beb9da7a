package share

import (
	"bufio"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"lossline/app/scenario"
	"lossline/app/share/sharetest"
	"lossline/engine/law"
	"lossline/engine/plan"
	"lossline/engine/unit"
)

// random returns a valid scenario, every part of it different from the default
// more often than not.
func random(r *rand.Rand) Link {
	ms := plan.Methods()
	logUniform := func(l plan.Limits) float64 {
		v := l.Lo * math.Pow(l.Hi/l.Lo, r.Float64())
		return min(max(v, l.Lo), l.Hi)
	}
	s := scenario.Scenario{
		Budget: plan.Budget{FLOPs: unit.FLOPs(logUniform(plan.BudgetLimits))},
		Head:   ms[r.IntN(len(ms))].ID,
		Kaplan: plan.KaplanBudget(r.IntN(2)),
	}
	for _, m := range ms {
		s.Shown = s.Shown.With(m.ID, r.IntN(2) == 0)
	}
	s.Shown = s.Shown.With(s.Head, true)
	if r.IntN(2) == 0 {
		a := plan.Accelerators()[r.IntN(len(plan.Accelerators()))]
		s.Budget = plan.Budget{Device: a.ID, Count: 1 + float64(r.IntN(1e5)), Time: unit.Duration(1 + r.Float64()*1e8),
			Utilisation: r.Float64(), Pooled: r.IntN(2) == 0}
	}
	for _, q := range scenario.Quantities() {
		if p := q.At(&s); q.Unset == "" || r.IntN(2) == 0 {
			*p = logUniform(q.Limits)
		}
	}
	for _, c := range scenario.Choices() {
		*c.At(&s) = c.Values[r.IntN(len(c.Values))]
	}
	l := Link{Page: scenario.Pages()[r.IntN(len(scenario.Pages()))], Scenario: s}
	randomFit(r, &l)
	if r.IntN(4) == 0 {
		l.Tour = tourStops[r.IntN(len(tourStops))]
	}
	if r.IntN(3) == 0 {
		l.Digest = "4z9"
		for range 1 + r.IntN(MaxLanes) {
			lane := l.Scenario
			lane.Budget = plan.Budget{FLOPs: unit.FLOPs(logUniform(plan.BudgetLimits))}
			lane.Lanes = l.Scenario.Lanes
			l.Scenario.Lanes, _ = Pin(lane)
		}
	}
	return l
}

// randomFit gives the link a fit of one's own, a group, rows put aside and runs,
// each now and then.
func randomFit(r *rand.Rand, l *Link) {
	s := &l.Scenario
	if r.IntN(2) == 0 {
		s.Own = randomOwn(r)
	}
	if s.Own.Plans() && r.IntN(2) == 0 {
		s.Head = plan.OwnID
		s.Shown = s.Shown.With(plan.OwnID, true)
	}
	if r.IntN(2) == 0 {
		s.Fit.Group, s.Fit.Aside = "wmt19_gpt2-xl.1", "3.40.41.1000"
	}
	if l.Page == scenario.Fit && s.Fit.Data == scenario.OwnData && r.IntN(4) > 0 {
		var rows strings.Builder
		rows.WriteString("N,D,loss\n")
		for range 1 + r.IntN(60) {
			rows.WriteString(number(math.Exp(25*r.Float64())) + "," + number(1e9*r.Float64()) + ",2.5\n")
		}
		s.Fit.Rows, l.WithRows = rows.String(), true
	}
}

// randomOwn is a fit with coefficients within the bounds of its law.
func randomOwn(r *rand.Rand) scenario.OwnLaw {
	l := law.Fittable()[r.IntN(len(law.Fittable()))]
	o := scenario.OwnLaw{Law: l.ID, Counting: float64(r.IntN(3)), Rows: float64(r.IntN(1000)), Digest: "0123456789abcdef"}
	for i, c := range l.Coefs {
		o.Theta[i] = c.Min + (c.Max-c.Min)*r.Float64()
		for j := range i {
			o.Cov[i*(i+1)/2+j] = r.NormFloat64() * 1e-5
		}
		o.Cov[i*(i+1)/2+i] = 0.01 + r.Float64()
	}
	if r.IntN(2) == 0 {
		o.N, o.D, o.C = [2]float64{1e7, 1e10*r.Float64() + 1e7}, [2]float64{2e8, 3.14e11}, [2]float64{1e17, 1e22}
	}
	return o
}

func TestRoundTrip(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	shape := regexp.MustCompile(`^[A-Za-z0-9._=&~-]+[A-Za-z0-9]$`)
	for range 2000 {
		l := random(r)
		link := Encode(l)
		if !shape.MatchString(link) {
			t.Fatalf("%s has characters that programs rewrite or cut off", link)
		}
		got, notices := Decode("#" + link)
		if got != l || len(notices) > 0 {
			t.Fatalf("%s\n gave %+v %v\nwant %+v", link, got, notices, l)
		}
		if again := Encode(got); again != link {
			t.Fatalf("%s became %s", link, again)
		}
	}
}

// Every part of a Scenario changes the link: whoever adds a field must add its
// row.
func TestEveryFieldIsInTheLink(t *testing.T) {
	l := Link{Page: scenario.Plan, Scenario: scenario.Default()}
	before := Encode(l)
	var walk func(v reflect.Value, name string)
	walk = func(v reflect.Value, name string) {
		if v.Kind() == reflect.Struct {
			for i := range v.NumField() {
				walk(v.Field(i), name+"."+v.Type().Field(i).Name)
			}
			return
		}
		if v.Kind() == reflect.Array {
			for i := range v.Len() {
				walk(v.Index(i), name+"["+strconv.Itoa(i)+"]")
			}
			return
		}
		old := reflect.ValueOf(v.Interface())
		switch v.Kind() {
		case reflect.String:
			v.SetString("h100")
			if strings.HasSuffix(name, "Head") {
				v.SetString("hoffmann2022.1")
			}
			if strings.HasSuffix(name, "Lanes") {
				v.SetString("c..1e22")
			}
			if strings.HasSuffix(name, "Fit.Rows") {
				v.SetString("N,D,loss\n1e9,2e10,2.5\n")
				l.WithRows = true // else runs are not written
			}
			for _, c := range scenario.Choices() {
				if c.At(&l.Scenario) == v.Addr().Interface().(*string) {
					v.SetString(c.Values[1])
				}
			}
		case reflect.Float64:
			v.SetFloat(0.5)
		case reflect.Uint8, reflect.Uint32:
			v.SetUint(1)
		case reflect.Bool:
			v.SetBool(true)
		default:
			t.Fatalf("%s has kind %s, which this test does not know", name, v.Kind())
		}
		hw := l
		if strings.Contains(name, "Budget.Count") || strings.Contains(name, "Time") || strings.Contains(name, "Utilisation") {
			hw.Scenario.Budget.Device = "h100" // these are written with a device only
			base := hw
			base.Scenario.Budget.Count, base.Scenario.Budget.Time, base.Scenario.Budget.Utilisation = 0, 0, 0
			if Encode(hw) == Encode(base) {
				t.Errorf("%s is not in the link", name)
			}
		} else if Encode(hw) == before {
			t.Errorf("%s is not in the link", name)
		}
		v.Set(old)
		l.WithRows = false
	}
	walk(reflect.ValueOf(&l.Scenario).Elem(), "Scenario")
}

// A link cut anywhere gives what its whole pairs say and tells that it is
// incomplete; it never gives a number that nobody wrote.
func TestCutLinks(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for range 20 {
		l := random(r)
		link := Encode(l)
		for i := 4; i < len(link); i++ {
			got, notices := Decode(link[:i])
			if !slices.ContainsFunc(notices, func(n Notice) bool { return n.Code == Incomplete }) {
				t.Fatalf("%s: no notice", link[:i])
			}
			s, d := got.Scenario, scenario.Default()
			for _, v := range [][3]float64{
				{float64(s.N), float64(l.Scenario.N), float64(d.N)},
				{float64(s.D), float64(l.Scenario.D), float64(d.D)},
				{float64(s.Budget.FLOPs), float64(l.Scenario.Budget.FLOPs), float64(d.Budget.FLOPs)},
			} {
				if v[0] != v[1] && v[0] != v[2] {
					t.Fatalf("%s: %g is neither the link's %g nor the default %g", link[:i], v[0], v[1], v[2])
				}
			}
		}
	}
}

func TestNotices(t *testing.T) {
	good := Encode(Link{Page: scenario.Plan, Scenario: scenario.Default()})
	for fragment, want := range map[string][]Notice{
		"":                                    nil,
		"c=1e22":                              nil, // by hand
		"#c=1e22&n=7e9":                       nil,
		"c=1e22&&n=7e9&":                      nil, // an & too many says nothing
		"c=abc":                               {{Ignored, "c"}},
		"c=NaN&n=1e999&d=-1":                  {{Ignored, "c, n, d"}},
		"__proto__=1&c=1e22":                  {{Ignored, "__proto__"}},
		"<b>=1":                               {{Ignored, "?b?"}},
		good[:len(good)-1] + "?":              {{Code: Damaged}},
		"v=9&c=1e22&z=" + check("v=9&c=1e22"): {{Code: Newer}},
	} {
		if _, got := Decode(fragment); !slices.Equal(got, want) {
			t.Errorf("%q: %v, want %v", fragment, got, want)
		}
	}
	if l, _ := Decode("c=1e22"); l.Scenario.Budget.FLOPs != 1e22 {
		t.Error("a link by hand is not read")
	}
}

// The corpus only grows: a line is a link that was given out once, with the
// numbers that it must give for ever.
func TestCorpus(t *testing.T) {
	files, err := filepath.Glob("testdata/links/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no corpus: %v", err)
	}
	for _, name := range files {
		f, err := os.Open(name)
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		lines := bufio.NewScanner(f)
		for lines.Scan() {
			if line := lines.Text(); line != "" && !strings.HasPrefix(line, "#!") {
				checkLine(t, line)
			}
		}
		if lines.Err() != nil {
			t.Error(lines.Err())
		}
	}
}

// checkLine reads "link<tab>N<tab>D<tab>loss<tab>point's loss", of the law in
// the sentence.
func checkLine(t *testing.T, line string) {
	t.Helper()
	part := strings.Split(line, "\t")
	l, notices := Decode(part[0])
	if len(notices) > 0 {
		t.Errorf("%s: %v", part[0], notices)
	}
	if again, _ := Decode(Encode(l)); again != l {
		t.Errorf("%s is now written %s, which says something else", part[0], Encode(l))
	}
	for i, got := range numbers(l) {
		want, err := strconv.ParseFloat(part[i+1], 64)
		if err != nil {
			t.Fatal(err)
		}
		if d := got - want; d > 1e-9*want || -d > 1e-9*want {
			t.Errorf("%s: number %d is %.12g, was %.12g", part[0], i+1, got, want)
		}
	}
}

func numbers(l Link) []float64 {
	o := scenario.Eval(l.Scenario)
	at := 0.0
	for _, x := range o.Losses {
		if x.Method.ID == o.Head.Method.ID {
			at = float64(x.Loss)
		}
	}
	return []float64{float64(o.Head.N), float64(o.Head.D), float64(o.Head.Loss), at}
}

func FuzzDecode(f *testing.F) {
	f.Add(Encode(Link{Page: scenario.Plan, Scenario: scenario.Default()}))
	f.Add("v=1&dev=h100&cnt=8&sec=1e5&z=a")
	f.Add("v=1&c=1e22&&==&z=")
	f.Add(strings.Repeat("a=1&", 100))
	for _, m := range sharetest.Mangles() {
		f.Add(m.Do(Encode(shared()[0])))
	}
	f.Fuzz(func(t *testing.T, s string) {
		l, _ := Decode(s)
		if !l.Scenario.Shown.Has(l.Scenario.Head) {
			t.Errorf("%q: the law of the sentence is not shown", s)
		}
		c := float64(l.Scenario.Compute())
		if c < plan.BudgetLimits.Lo || c > plan.BudgetLimits.Hi {
			t.Errorf("%q: a budget of %g", s, c)
		}
		again, notices := Decode(Encode(l))
		if again != l || len(notices) > 0 {
			t.Errorf("%q: %+v is not stable", s, l)
		}
	})
}

// Runs in links: what is packed is unpacked, what cannot be packed is left out,
// and nothing but what packRows writes is read.
func TestRows(t *testing.T) {
	for _, rows := range []string{"N,D,loss\n1e9,2e10,2.5\n", "N,loss\n1,2\n3,4.5e-7\n70000,1\n", "D,loss\n1,2\n1,2\n1,22\n1,222\n"} {
		link := packRows(rows)
		if got, ok := unpackRows(link); !ok || got != rows {
			t.Errorf("%q packed as %q gives %q, %v", rows, link, got, ok)
		}
		if want := len(rows)*2/3 + 12; len(link) > want {
			t.Errorf("%q takes %d characters, more than %d", rows, len(link), want)
		}
		for i := range link {
			got, ok := unpackRows(link[:i])
			if ok && !strings.HasPrefix(rows, strings.TrimSuffix(got, "\n")) {
				t.Errorf("%q cut to %q gives %q", link, link[:i], got)
			}
		}
	}
	for _, rows := range []string{"", "N,D", "N,name\n1,gpt\n", "N;D\n1,2\n", "N,loss\n" + strings.Repeat("1234567,2.5\n", 2000)} {
		if link := packRows(rows); link != "" {
			t.Errorf("%.40q packed as %.40q", rows, link)
		}
	}
	for _, link := range []string{"", "N", "N..A", "N..A!", "1..AA", "N..____AA", "N.." + strings.Repeat("A", MaxRows+10)} {
		if rows, ok := unpackRows(link); ok {
			t.Errorf("%.40q read as %.40q", link, rows)
		}
	}
}

// Up to five plans are pinned, each comes back as it was, and a text that is no
// plan is refused whole.
func TestLanes(t *testing.T) {
	s := scenario.Default()
	var want []scenario.Scenario
	for i := range MaxLanes + 1 {
		if i > 0 {
			s.Budget = plan.Budget{FLOPs: unit.FLOPs(math.Pow(10, 20+float64(i)))}
		}
		lanes, ok := Pin(s)
		if ok != (i < MaxLanes) {
			t.Fatalf("plan %d pinned: %v", i+1, ok)
		}
		if ok {
			lane := s
			lane.Lanes = ""
			want = append(want, lane)
			s.Lanes = lanes
		}
	}
	if got := Lanes(s); !slices.Equal(got, want) {
		t.Errorf("%q gives %+v", s.Lanes, got)
	}
	if lanes, ok := Pin(Lanes(s)[2]); !ok || lanes == "" {
		t.Error("a plan cannot be pinned alone")
	}
	s.Lanes = Unpin(s, 1)
	if got := Lanes(s); len(got) != MaxLanes-1 || got[1] != want[2] {
		t.Errorf("without the second: %q", s.Lanes)
	}
	for _, bad := range []string{"x", "c..abc", "pin..same", "c..1e22~~", "same~~same~~same~~same~~same~~same", "c..5.76e23", "law..none", "c=1e22"} {
		if l, notices := Decode("pin=" + bad); len(notices) == 0 || l.Scenario.Lanes != "" {
			t.Errorf("%q is read as plans: %q", bad, l.Scenario.Lanes)
		}
	}
}

// What a link leaves out is one of the values that its key can have, also for a key that
// came after version 1: else a link says what no page can choose.
func TestFrozenIsAChoice(t *testing.T) {
	for _, c := range scenario.Choices() {
		if v := *c.At(&frozen); !slices.Contains(c.Values, v) {
			t.Errorf("%s is %q, none of %q", c.Key, v, c.Values)
		}
	}
	for _, q := range scenario.Quantities() {
		if v := *q.At(&frozen); v != 0 && (v < q.Limits.Lo || v > q.Limits.Hi) || v == 0 && q.Unset == "" {
			t.Errorf("%s is %g, outside its limits", q.Field, v)
		}
	}
}
