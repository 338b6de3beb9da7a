package unit

import (
	"errors"
	"strings"
	"testing"
)

// accelerators is a list of names such as the caller's, in any case.
func accelerators(name string) (string, bool) {
	for _, id := range []string{"H100", "H100 SXM", "A100", "A100-80GB", "H800", "B200", "T4", "TPU v4", "昇腾 910B", "RTX 4090"} {
		if strings.EqualFold(name, id) {
			return id, true
		}
	}
	return "", false
}

var acceptedHardware = []struct {
	input string
	want  Hardware
}{
	{"64 H100 for 21 days at 40%", Hardware{"H100", 64, 21 * Day, 0.4, false}},
	{"64 H100 at 40% for 21 days", Hardware{"H100", 64, 21 * Day, 0.4, false}},
	{"64 H100 at 40% MFU for 21 days", Hardware{"H100", 64, 21 * Day, 0.4, false}},
	{"64 H100, 21 days, 40% MFU", Hardware{"H100", 64, 21 * Day, 0.4, false}},
	{"64 h100s × 21 days @ 0.4", Hardware{"H100", 64, 21 * Day, 0.4, false}},
	{"64 H100 GPUs over 3 weeks with 40% utilization", Hardware{"H100", 64, 3 * Week, 0.4, false}},
	{"64 H100 SXM for 21 days", Hardware{"H100 SXM", 64, 21 * Day, 0, false}},
	{"8xA100 30 d", Hardware{"A100", 8, 30 * Day, 0, false}},
	{"8XA100 30 d", Hardware{"A100", 8, 30 * Day, 0, false}},
	{"8 × A100-80GB 30 d", Hardware{"A100-80GB", 8, 30 * Day, 0, false}},
	{"64 張 H100 訓練 21 天", Hardware{"H100", 64, 21 * Day, 0, false}},
	{"A100 × 8, 3 weeks", Hardware{"A100", 8, 3 * Week, 0, false}},
	{"64 B200 1 month", Hardware{"B200", 64, Month, 0, false}}, // B in front of a digit is no scale
	{"64B200 1 month", Hardware{"B200", 64, Month, 0, false}},
	{"2 T4 1h", Hardware{"T4", 2, Hour, 0, false}},
	{"1,024 TPU v4 chips for 50 days", Hardware{"TPU v4", 1024, 50 * Day, 0, false}},
	{"8 RTX 4090 for 2 days", Hardware{"RTX 4090", 8, 2 * Day, 0, false}},
	{"2k H100 for 54 days at 38.5%", Hardware{"H100", 2000, 54 * Day, 0.385, false}},
	{"1000 H100-days @40%", Hardware{"H100", 1000, Day, 0.4, true}},
	{"1000 H100 days", Hardware{"H100", 1000, Day, 0, true}},
	{"5000 A100 hours", Hardware{"A100", 5000, Hour, 0, true}},
	{"2 H100-years", Hardware{"H100", 2, Year, 0, true}},
	{"2.788M H800 GPU hours", Hardware{"H800", 2.788e6, Hour, 0, true}}, // DeepSeek-V3 states its cost so
	{"8 张 H100 训练 21 天 40%", Hardware{"H100", 8, 21 * Day, 0.4, false}},
	{"64张H100训练21天", Hardware{"H100", 64, 21 * Day, 0, false}},
	{"用 64 张 H100 训练 21 天，利用率 40%", Hardware{"H100", 64, 21 * Day, 0.4, false}},
	{"６４ 张 Ｈ１００ 训练 ２１ 天，利用率 ４０％", Hardware{"H100", 64, 21 * Day, 0.4, false}},
	{"64 块昇腾 910B 跑 3 周", Hardware{"昇腾 910B", 64, 3 * Week, 0, false}},
	{"278.8万 H800 卡时", Hardware{"H800", 2.788e6, Hour, 0, true}},
	{"1000 H100·天", Hardware{"H100", 1000, Day, 0, true}},
	{"8 x RTX 4090 for one week", Hardware{"RTX 4090", 8, Week, 0, false}},
	{"64 H100 for two weeks", Hardware{"H100", 64, 2 * Week, 0, false}},
	{"64 H100 half a year", Hardware{"H100", 64, Year / 2, 0, false}},
	{"64xH100 a month", Hardware{"H100", 64, Month, 0, false}},
	{"H100 64卡 21天", Hardware{"H100", 64, 21 * Day, 0, false}},
	{"H100, 64 GPUs, 21 days", Hardware{"H100", 64, 21 * Day, 0, false}},
	{"64 H100 半个月", Hardware{"H100", 64, Month / 2, 0, false}},
	{"64 H100 两周", Hardware{"H100", 64, 2 * Week, 0, false}},
	{"64 H100 for 21 days, MFU=40%", Hardware{"H100", 64, 21 * Day, 0.4, false}},
	{"64 H100 for 21 days, MFU: 0.4", Hardware{"H100", 64, 21 * Day, 0.4, false}},
	{"约 64 张 H100 约 21 天", Hardware{"H100", 64, 21 * Day, 0, false}},
}

var refusedHardware = []struct {
	input   string
	code    Code
	at      int
	message string
}{
	{"", CodeEmpty, -1, "Enter an amount of compute in FLOP, for example 5.76e23."},
	{"64 XPU for 21 days", CodeUnknownDevice, 3, "“XPU” is no accelerator known here."},
	{"8xFoo 3 d", CodeUnknownDevice, 2, "“Foo” is no accelerator known here."},
	{"1000 XPU-days", CodeUnknownDevice, 5, "“XPU” is no accelerator known here."},
	{"1000 GPU hours", CodeUnknownDevice, 5, "“GPU” is no accelerator known here."},
	{"64 张 foo 训练 21 天", CodeUnknownDevice, 5, "“foo” is no accelerator known here."},
	{"64 H1000 for 21 days", CodeUnknownDevice, 3, "“H1000” is no accelerator known here."},
	{"5 foo", CodeUnknownUnit, 2, "“foo” is no unit known here: this field takes an amount of compute in FLOP, for example 5.76e23."},
	{"H100", CodeNoCount, -1, "Say how many accelerators, as in 64 H100 for 21 days."},
	{"H100 for 21 days", CodeNoCount, -1, "Say how many accelerators, as in 64 H100 for 21 days."},
	{"A100 × foo", CodeNoNumber, 7, "“foo” is not a number: enter an amount of compute in FLOP, for example 5.76e23."},
	{"A100 × 0, 3 weeks", CodeZero, -1, "The value cannot be zero: this field takes an amount of compute in FLOP."},
	{"8 ×", CodeNoDevice, -1, "Say which accelerator, as in 64 H100 for 21 days."},
	{"64 张", CodeNoDevice, -1, "Say which accelerator, as in 64 H100 for 21 days."},
	{"64 H100", CodeNoTime, -1, "Say for how long, as in 64 H100 for 21 days or 1000 H100-days."},
	{"64 H100 at 40%", CodeNoTime, -1, "Say for how long, as in 64 H100 for 21 days or 1000 H100-days."},
	{"64 H100 for 21", CodeNoTimeUnit, -1, "Say the unit of time: hours, days, weeks, months or years."},
	{"64 H100 for 3 m", CodeMinuteOrMonth, 14, "Does “m” mean minutes or months? Write min or months."},
	{"64 H100 for 21 tokens", CodeWrongUnit, 15, "“tokens” means a number of tokens, and this field takes a time."},
	{"64 H100 for 21 days for 3 days", CodeSaidTwice, 24, "“3 days” says the time or the utilisation a second time."},
	{"1000 H100-days for 3 d", CodeSaidTwice, 19, "“3 d” says the time or the utilisation a second time."},
	{"64 H100 21 days 40% 50%", CodeSaidTwice, 20, "“50%” says the time or the utilisation a second time."},
	{"64 H100 21 days at 400%", CodeUtilisation, 19, "The utilisation must be above 0% and at most 100%."},
	{"64 H100 21 days at 0%", CodeUtilisation, 19, "The utilisation must be above 0% and at most 100%."},
	{"64 H100 21 days at 40", CodeNoPercent, 19, "Write the utilisation in percent, as in 40%."},
	{"64 H100 21 days at 1", CodeNoPercent, 19, "Write the utilisation in percent, as in 40%."},
	{"64 H100 21 days at", CodeUnexpected, 16, "“at” is not understood here."},
	{"64 H100 21 days later", CodeUnexpected, 16, "“later” is not understood here."},
	{"64 H100 for 21 to 30 days", CodeRange, -1, "Enter one number: a range such as 1.5T to 3T is not read."},
	{"0 H100 for 21 days", CodeZero, -1, "The value cannot be zero: this field takes an amount of compute in FLOP."},
	{"64 H100 for 0 days", CodeZero, -1, "The value cannot be zero: this field takes a time."},
	{"64 H100 for -3 days", CodeNegative, 12, "The value cannot be negative: this field takes a time."},
	{"1e300 H100 for 1e300 days", CodeTooLarge, -1, "The number is too large to compute with: the limit is about 1.8×10³⁰⁸."},
	{"300 TFLOPS", CodeRate, 4, "“TFLOPS” reads as a rate, per second, and this field takes an amount: write FLOP, or multiply by the time."},
	{"7B params", CodeWrongUnit, 3, "“params” means a number of parameters, and this field takes an amount of compute in FLOP."},
}

func TestParseComputeHardware(t *testing.T) {
	for _, row := range acceptedHardware {
		got, err := ParseCompute(row.input, accelerators)
		if err != nil || got != (Compute{Hardware: row.want}) {
			t.Errorf("%q = %+v, %v, want %+v", row.input, got, err, row.want)
		}
	}
}

func TestParseComputeRefuses(t *testing.T) {
	for _, row := range refusedHardware {
		got, err := ParseCompute(row.input, accelerators)
		var e *ParseError
		if !errors.As(err, &e) || e.Code != row.code || e.At != row.at || e.Error() != row.message || got != (Compute{}) {
			t.Errorf("%q = %+v: %+v: %v\nwant %s at %d: %s", row.input, got, e, err, row.code, row.at, row.message)
		}
	}
	if _, err := ParseCompute("64 H100 for 21 days", nil); err == nil {
		t.Error("without a list H100 is known")
	}
}

// TestParseComputeAmounts holds ParseCompute to ParseFLOPs where no hardware is
// said.
func TestParseComputeAmounts(t *testing.T) {
	for _, row := range acceptedRows(t) {
		if row.kind != KindFLOPs {
			continue
		}
		if got, err := ParseCompute(row.input, accelerators); err != nil || got != (Compute{FLOPs: FLOPs(row.want)}) {
			t.Errorf("%q = %+v, %v, want %v", row.input, got, err, row.want)
		}
	}
}

func TestDeviceTime(t *testing.T) {
	// 2.788 million H800 hours are 2.788e6 · 3600 s.
	if got := (Hardware{"H800", 2.788e6, Hour, 0, true}).DeviceTime(); got != 1.00368e10 {
		t.Errorf("%v", float64(got))
	}
}

func TestHardwareFormat(t *testing.T) {
	check := func(h Hardware, english, chinese string) {
		t.Helper()
		if got := h.Format(English); got != english {
			t.Errorf("%q, want %q", got, english)
		}
		if got := h.Format(Chinese); got != chinese {
			t.Errorf("%q, want %q", got, chinese)
		}
		for _, text := range []string{english, chinese} {
			if got, err := ParseCompute(text, accelerators); err != nil || got.Hardware != h {
				t.Errorf("%q = %+v, %v, want %+v", text, got, err, h)
			}
		}
	}
	check(Hardware{"H100", 64, 21 * Day, 0.4, false}, "64 H100 for 21 days at 40%", "64 张 H100 训练 21 天，利用率 40%")
	check(Hardware{"H100", 1024, 36 * Hour, 0, false}, "1024 H100 for 1.5 days", "1024 张 H100 训练 1.5 天")
	check(Hardware{"H100", 1000, Day, 0.385, true}, "1000 H100-days at 38.5%", "1000 H100·天，利用率 38.5%")
	check(Hardware{"H800", 2788000, Hour, 0, true}, "2788000 H800-hours", "2788000 H800·小时")
	check(Hardware{"A100", 1, Year, 0, true}, "1 A100-year", "1 A100·年")
	weeks := Hardware{"A100", 3, Week, 0, true} // no name in print: 21 device-days
	if got := weeks.Format(English); got != "21 A100-days" {
		t.Errorf("%q", got)
	}
}
