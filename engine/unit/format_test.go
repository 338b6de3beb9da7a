package unit

import (
	"math"
	"math/rand/v2"
	"strings"
	"testing"
)

func below(x float64) float64 { return math.Nextafter(x, 0) }
func above(x float64) float64 { return math.Nextafter(x, math.Inf(1)) }

// TestFormatCrux has values where rounding changes the scale, and the float64
// next to them on the other side. Ties go to the even digit: 999.5 to 1000,
// 998.5 to 998.
func TestFormatCrux(t *testing.T) {
	check := func(k Kind, x float64, l Lang, want string) {
		t.Helper()
		if got := k.Format(x, l); got != want {
			t.Errorf("%v %v: %q, want %q", k, x, got, want)
		}
	}
	check(KindParams, 999.5, English, "1k")
	check(KindParams, below(999.5), English, "999")
	check(KindParams, 998.5, English, "998")
	check(KindParams, above(998.5), English, "999")
	check(KindParams, 999.5e3, English, "1M")
	check(KindParams, below(999.5e3), English, "999k")
	check(KindParams, 999.5e6, English, "1B")
	check(KindParams, below(999.5e6), English, "999M")
	check(KindParams, 999.5e9, English, "1T")
	check(KindParams, below(999.5e9), English, "999B")
	check(KindParams, 999.5e12, English, "1×10¹⁵")
	check(KindParams, below(999.5e12), English, "999T")
	check(KindParams, 9995, Chinese, "10k (1万)")
	check(KindParams, below(9995), Chinese, "9.99k")
	check(KindParams, 99.95e6, Chinese, "100M (1亿)")
	check(KindParams, below(99.95e6), Chinese, "99.9M (9990万)")
	check(KindParams, 999.5e9, Chinese, "1T (1万亿)")
	check(KindParams, below(999.5e9), Chinese, "999B (9990亿)")
	check(KindFLOPs, 9995, English, "1×10⁴")
	check(KindFLOPs, below(9995), English, "9990")
	check(KindBytes, 999.5, English, "1 kB")
	check(KindBytes, below(999.5), English, "999 bytes")
	check(KindFLOPRate, 999.5e12, English, "1 PFLOP/s")
	check(KindFLOPRate, below(999.5e12), English, "999 TFLOP/s")
	// The float64 nearest 59.95 is above it, the one before is below it.
	check(KindDuration, 59.95, English, "1 minute")
	check(KindDuration, below(59.95), English, "59.9 seconds")
	check(KindDuration, 3597, English, "1 hour") // 59.95 minutes
	check(KindDuration, below(3597), English, "59.9 minutes")
	check(KindDuration, 23.94*3600, English, "23.9 hours")
	check(KindDuration, 23.96*3600, English, "1 day")
	check(KindDuration, 365*86400, English, "365 days")
	check(KindDuration, 366*86400, English, "1 year")
	// Likewise 999.995.
	check(KindCost, 999.995, English, "$1k")
	check(KindCost, below(999.995), English, "$999.99")
	check(KindCost, below(1), English, "$1")
	check(KindLoss, 1.9995, English, "2.000") // nearest float64 is above
	check(KindLoss, below(1.9995), English, "1.999")
}

func TestFormat(t *testing.T) {
	check := func(got, want string) {
		t.Helper()
		if got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
	check(Format(Params(72.2e9), English), "72.2B")
	check(Format(Params(72.2e9), Chinese), "72.2B (722亿)")
	check(Format(Params(7e9), Chinese), "7B (70亿)")
	check(Format(Tokens(1.33e12), English), "1.33T")
	check(Format(Tokens(1.33e12), Chinese), "1.33T (1.33万亿)")
	check(Format(Tokens(20e6), English), "20M")
	check(Format(Tokens(20e6), Chinese), "20M (2000万)")
	check(Format(Steps(14300), Chinese), "14.3k (1.43万)")
	check(Format(Steps(512), Chinese), "512")
	check(Format(Params(0.5), English), "0.5")
	check(Format(Params(0.0001), English), "1×10⁻⁴")
	check(Format(Params(-3e6), English), "−3M")
	check(Format(FLOPs(5.76e23), English), "5.76×10²³")
	check(Format(FLOPs(5.76e23), Chinese), "5.76×10²³")
	check(Format(FLOPs(1e24), English), "1×10²⁴")
	check(Format(FLOPRate(312e12), English), "312 TFLOP/s")
	check(Format(Loss(1.974), English), "1.974")
	check(Format(Loss(2.1), English), "2.100")
	check(Format(Loss(10.816), English), "10.82")
	check(Format(Loss(-0.011), English), "−0.01100")
	check(Format(21*Day, English), "21 days")
	check(Format(21*Day, Chinese), "21 天")
	check(Format(Duration(11520), English), "3.2 hours")
	check(Format(4.1*Year, English), "4.1 years")
	check(Format(4.1*Year, Chinese), "4.1 年")
	check(Format(12000*Year, English), "12k years")
	check(Format(12000*Year, Chinese), "1.2万年")
	check(Format(2290*Year, Chinese), "2290 年")
	check(Format(Day, English), "1 day")
	check(Format(Bytes(30e9), English), "30 GB")
	check(Format(Bytes(1), English), "1 byte")
	check(Format(Bytes(512), Chinese), "512 字节")
	check(Format(Cost(1.2e6), English), "$1.2M")
	check(Format(Cost(1.2e6), Chinese), "$1.2M (120万美元)")
	check(Format(Cost(2.49), English), "$2.49")
	check(Format(Cost(12.5), English), "$12.50")
	check(Format(Cost(950), English), "$950")
	check(Format(Cost(-5), English), "−$5")
	check(Compact(72.2e9), "72.2B")
	check(Compact(-999.6), "−1k")
	check(Digits(1.974, 3), "1.97")
	check(Digits(1.9, 4), "1.900")
	check(Digits(123456789, 2), "1.2×10⁸")
	check(Digits(-0.05, 1), "−0.05")
}

func TestFormatOddValues(t *testing.T) {
	check := func(got, want string) {
		t.Helper()
		if got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
	inf, nan := math.Inf(1), math.NaN()
	check(Format(Params(inf), Chinese), "∞")
	check(Format(Loss(nan), English), "NaN")
	check(Format(Loss(-inf), English), "−∞")
	check(Format(Duration(inf), English), "∞ years")
	check(Plain(FLOPs(inf)), "Inf FLOP")
	check(Plain(FLOPs(-1e20)), "-1e20 FLOP")
	check(Format(Params(math.Copysign(0, -1)), English), "0")
	check(Format(Loss(0), English), "0.000")
	check(Format(Duration(0), English), "0 seconds")
	check(Format(Cost(0), English), "$0")
	check(Spoken(Tokens(inf), English), "infinitely many tokens")
	check(Spoken(Tokens(nan), Chinese), "未定义的词元")
	check(Kind(200).String(), "unknown")
}

func TestPlain(t *testing.T) {
	check := func(got, want string) {
		t.Helper()
		if got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
	check(Plain(FLOPs(5.76e23)), "5.76e23 FLOP")
	check(Plain(Params(72.2e9)), "72.2B params")
	check(Plain(Tokens(1.33e15)), "1.33e15 tokens")
	check(Plain(Loss(1.974)), "1.974 nats/token")
	check(Plain(Steps(14300)), "14.3k steps")
	check(Plain(Chars(22.8e9)), "22.8B chars")
	check(Plain(Bytes(30e9)), "30 GB")
	check(Plain(21*Day), "21 days")
	check(Plain(Cost(1.2e6)), "$1.2M")
	check(Plain(FLOPRate(989e12)), "989 TFLOP/s")
}

// TestPrintedParses holds what is shown to being read back as the same at the
// precision shown, in all notations.
func TestPrintedParses(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 6))
	for k := KindParams; k <= KindNumber; k++ {
		for range 2000 {
			x := math.Pow(10, -5+35*random.Float64())
			shown := k.Format(x, English)
			bare, gloss, _ := strings.Cut(strings.TrimSuffix(k.Format(x, Chinese), ")"), " (")
			for _, text := range []string{shown, k.Plain(x), bare, gloss} {
				if text == "" {
					continue
				}
				got, err := k.Parse(text)
				if err != nil {
					t.Fatalf("%v %v: %q: %v", k, x, text, err)
				}
				// Half a unit of the third digit is 0.5 % at most.
				if math.Abs(got-x) > 0.005*x || k.Format(got, English) != shown {
					t.Fatalf("%v %v: %q = %v, shown as %q", k, x, text, got, k.Format(got, English))
				}
			}
		}
	}
}

func TestSpoken(t *testing.T) {
	check := func(english, chinese, wantEnglish, wantChinese string) {
		t.Helper()
		if english != wantEnglish || chinese != wantChinese {
			t.Errorf("%q, %q, want %q, %q", english, chinese, wantEnglish, wantChinese)
		}
	}
	check(Spoken(Params(72.2e9), English), Spoken(Params(72.2e9), Chinese), "72.2 billion parameters", "722亿参数")
	check(Spoken(Params(1), English), Spoken(Params(1), Chinese), "1 parameter", "1参数")
	check(Spoken(Tokens(1.33e12), English), Spoken(Tokens(1.33e12), Chinese), "1.33 trillion tokens", "1.33万亿词元")
	check(Spoken(FLOPs(5.76e23), English), Spoken(FLOPs(5.76e23), Chinese),
		"5.76 times 10 to the 23 floating-point operations", "5.76乘10的23次方次浮点运算")
	check(Spoken(FLOPRate(312e12), English), Spoken(FLOPRate(312e12), Chinese),
		"312 trillion floating-point operations per second", "每秒312万亿次浮点运算")
	check(Spoken(Loss(1.97), English), Spoken(Loss(1.97), Chinese), "1.970 nats per token", "每词元1.970奈特")
	check(Spoken(Loss(1e-9), English), Spoken(Loss(1e-9), Chinese),
		"1 times 10 to the minus 9 nats per token", "每词元1乘10的负9次方奈特")
	check(Spoken(Steps(14300), English), Spoken(Steps(14300), Chinese), "14.3 thousand steps", "1.43万步")
	check(Spoken(Bytes(30e9), English), Spoken(Bytes(30e9), Chinese), "30 billion bytes", "300亿字节")
	check(Spoken(21*Day, English), Spoken(21*Day, Chinese), "21 days", "21天")
	check(Spoken(Cost(1.2e6), English), Spoken(Cost(1.2e6), Chinese), "1.2 million US dollars", "120万美元")
	check(Spoken(Cost(2.49), English), Spoken(Cost(2.49), Chinese), "2.49 US dollars", "2.49美元")
	check(Spoken(Params(-2e6), English), Spoken(Params(-2e6), Chinese), "minus 2 million parameters", "负200万参数")
}

func TestReading(t *testing.T) {
	check := func(english, chinese, wantEnglish, wantChinese string) {
		t.Helper()
		if english != wantEnglish || chinese != wantChinese {
			t.Errorf("%q, %q, want %q, %q", english, chinese, wantEnglish, wantChinese)
		}
	}
	check(Reading(Params(7e9), English), Reading(Params(7e9), Chinese), "7.00×10⁹ parameters", "7.00×10⁹ 参数")
	check(Reading(FLOPs(5.76e23), English), Reading(FLOPs(5.76e23), Chinese), "5.76×10²³ FLOP", "5.76×10²³ FLOP")
	check(Reading(Steps(512), English), Reading(Steps(512), Chinese), "512 steps", "512 步")
	check(Reading(Bytes(30e9), English), Reading(Bytes(30e9), Chinese), "3.00×10¹⁰ bytes", "3.00×10¹⁰ 字节")
	check(Reading(Loss(1.974), English), Reading(Loss(1.974), Chinese), "1.974 nats per token", "1.974 奈特/词元")
	check(Reading(3*Month, English), Reading(3*Month, Chinese), "91.3 days", "91.3 天")
}
