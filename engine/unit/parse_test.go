package unit

import (
	"errors"
	"math"
	"math/big"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"
)

func TestAccepted(t *testing.T) {
	table := acceptedRows(t)
	if len(table) < 200 {
		t.Errorf("%d rows: the table was cut", len(table))
	}
	for _, row := range table {
		got, err := row.kind.Parse(row.input)
		if err != nil {
			t.Errorf("%v %q: %v", row.kind, row.input, err)
			continue
		}
		if got != row.want {
			t.Errorf("%v %q = %v, want %v", row.kind, row.input, got, row.want)
		}
	}
}

func TestRefused(t *testing.T) {
	table := refusedRows(t)
	if len(table) < 150 {
		t.Errorf("%d rows: the table was cut", len(table))
	}
	for _, row := range table {
		got, err := row.kind.Parse(row.input)
		var e *ParseError
		if !errors.As(err, &e) {
			t.Errorf("%v %q = %v, want %q", row.kind, row.input, got, row.message)
			continue
		}
		if e.Code != row.code || e.At != row.at || e.Error() != row.message || e.Input != row.input || got != 0 {
			t.Errorf("%v %q = %v: %s at %d: %s\nwant %s at %d: %s",
				row.kind, row.input, got, e.Code, e.At, e, row.code, row.at, row.message)
		}
	}
}

func TestTypedParsers(t *testing.T) {
	check := func(got float64, err error, want float64) {
		t.Helper()
		if err != nil || got != want {
			t.Errorf("got %v, %v, want %v", got, err, want)
		}
	}
	n, err := ParseParams("7B params")
	check(float64(n), err, 7e9)
	d, err := ParseTokens("1.4T tokens")
	check(float64(d), err, 1.4e12)
	c, err := ParseFLOPs("1 PF-day")
	check(float64(c), err, float64(PFDay))
	r, err := ParseFLOPRate("312 TFLOP/s")
	check(float64(r), err, 312e12)
	l, err := ParseLoss("1.97 nats")
	check(float64(l), err, 1.97)
	s, err := ParseSteps("5 steps")
	check(float64(s), err, 5)
	ch, err := ParseChars("3亿字符")
	check(float64(ch), err, 3e8)
	b, err := ParseBytes("30 GB")
	check(float64(b), err, 30e9)
	day, err := ParseDuration("1 day")
	check(float64(day), err, float64(Day))
	usd, err := ParseCost("$5")
	check(float64(usd), err, 5)
	if _, err := ParseParams("1.4T tokens"); err == nil {
		t.Error("tokens taken for parameters")
	}
}

// TestTimeUnitsAgree holds the words' factors to the exported constants.
func TestTimeUnitsAgree(t *testing.T) {
	for word, want := range map[string]Duration{
		"second": 1, "minute": Minute, "hour": Hour, "day": Day, "week": Week, "month": Month, "year": Year,
	} {
		if got, err := ParseDuration("1 " + word); err != nil || got != want {
			t.Errorf("1 %s = %v, %v, want %v", word, got, err, want)
		}
	}
}

// TestParseRoundsOnce compares with exact rational arithmetic.
func TestParseRoundsOnce(t *testing.T) {
	units := []struct {
		kind Kind
		word string
		size string // as a rational
	}{
		{KindTokens, "k", "1000"}, {KindTokens, "B", "1000000000"}, {KindTokens, "万亿", "1000000000000"},
		{KindFLOPs, " PF-days", "86400000000000000000"}, {KindFLOPs, " ZFLOP", "1000000000000000000000"},
		{KindBytes, "GiB", "1073741824"}, {KindDuration, " months", "2629800"}, {KindDuration, " d", "86400"},
		{KindTokens, " × 2^19", "524288"}, {KindTokens, " × 10^-3", "1/1000"},
	}
	random := rand.New(rand.NewPCG(1, 2))
	for range 2000 {
		u := units[random.IntN(len(units))]
		digits := strconv.FormatUint(random.Uint64N(1e18)+1, 10) + "." + strconv.FormatUint(random.Uint64(), 10)
		value, ok := new(big.Rat).SetString(digits)
		size, ok2 := new(big.Rat).SetString(u.size)
		if !ok || !ok2 {
			t.Fatal(digits, u.size)
		}
		want, _ := value.Mul(value, size).Float64()
		if got, err := u.kind.Parse(digits + u.word); err != nil || got != want {
			t.Errorf("%s%s = %v, %v, want %v", digits, u.word, got, err, want)
		}
	}
}

func TestExactParsesToTheSameBits(t *testing.T) {
	check := func(k Kind, x float64) {
		t.Helper()
		got, err := k.Parse(k.Exact(x))
		if err != nil || math.Float64bits(got) != math.Float64bits(x) {
			t.Errorf("%v %q = %v, %v, want %v", k, k.Exact(x), got, err, x)
		}
	}
	for _, row := range acceptedRows(t) {
		check(row.kind, row.want)
	}
	random := rand.New(rand.NewPCG(3, 4))
	for k := KindParams; k <= KindNumber; k++ {
		check(k, math.MaxFloat64)
		check(k, math.SmallestNonzeroFloat64)
		for range 500 {
			x := math.Float64frombits(random.Uint64() >> 1)
			if x > 0 && !math.IsInf(x, 1) && !math.IsNaN(x) {
				check(k, x)
			}
		}
	}
}

func TestExactIsForLinks(t *testing.T) {
	check := func(got, want string) {
		t.Helper()
		if got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
	check(Exact(FLOPs(5.76e23)), "5.76e23")
	check(Exact(Params(7e9)), "7e9")
	check(Exact(Params(1e6)), "1e6")
	check(Exact(Loss(1.974)), "1.974")
	check(Exact(Loss(1e-7)), "1e-7")
	check(Exact(21*Day), "1.8144e6s")
}

func TestCodesAreOneTable(t *testing.T) {
	codes := Codes()
	for i, c := range codes {
		if slices.Contains(codes[:i], c) {
			t.Errorf("%s twice", c)
		}
		filled := (&ParseError{Code: c, Word: "w", Want: KindParams, Got: KindTokens}).Error()
		if filled == string(c) || strings.ContainsAny(filled, "{}") {
			t.Errorf("%s: %q", c, filled)
		}
	}
	if got := Code("nonsense").English(); got != "nonsense" {
		t.Errorf("unknown code: %q", got)
	}
}

// TestEveryCodeHappens holds the tables to showing each code at least once.
func TestEveryCodeHappens(t *testing.T) {
	seen := map[Code]bool{}
	for _, row := range refusedRows(t) {
		seen[row.code] = true
	}
	for _, row := range refusedHardware {
		seen[row.code] = true
	}
	for _, c := range Codes() {
		if !seen[c] {
			t.Errorf("no input is refused with %s", c)
		}
		delete(seen, c)
	}
	for c := range seen {
		t.Errorf("%s is not in Codes", c)
	}
}

func TestParseErrorIsAValue(t *testing.T) {
	_, a := ParseParams("1.4T tokens")
	_, b := ParseParams("1.4T tokens")
	var x, y *ParseError
	if !errors.As(a, &x) || !errors.As(b, &y) || *x != *y {
		t.Errorf("%+v, %+v", x, y)
	}
	want := "“tokens” 表示token 数，此处应填参数量，例如 7B"
	if got := x.Fill("“{word}” 表示{got}，此处应填{want}，例如 {example}", Chinese); got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

// TestWordIsBounded keeps messages short and their templates safe.
func TestWordIsBounded(t *testing.T) {
	_, err := ParseParams(strings.Repeat("x", 150))
	if n := len([]rune(err.Error())); n > 120 {
		t.Errorf("%d runes: %s", n, err)
	}
	_, err = ParseParams("{want}")
	if want := "“{want}” is not a number: enter a number of parameters, for example 7B."; err.Error() != want {
		t.Errorf("%q, want %q", err, want)
	}
}

func TestOddBytes(t *testing.T) {
	for _, input := range []string{"7B\x00", "\xff", "7\xff", "7B\ufeff", "\u202e7B"} {
		if v, err := ParseParams(input); err == nil {
			t.Errorf("%q = %v", input, v)
		}
	}
}

func TestExamplesParse(t *testing.T) {
	for k := KindParams; k <= KindNumber; k++ {
		if _, err := k.Parse(k.Example()); err != nil {
			t.Errorf("%v: %v", k, err)
		}
	}
}
