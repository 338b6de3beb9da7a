package languages

import (
	"strings"
	"testing"

	"lossline/engine/plan"
)

// A whole number of devices is said whole: 1,020 and no 1.02k, which 1,024 is too.
func TestDevicesAreWhole(t *testing.T) {
	words := In(English)
	for count, want := range map[float64]string{8: "8", 1020: "1,020", 1024: "1,024", 16384: "16,384", 2.788e6: "2,788,000", 10.5: "10.5"} {
		if got := words.Devices(count); got != want {
			t.Errorf("%g devices are said as %s, want %s", count, got, want)
		}
	}
	b, err := plan.ParseBudget("1024 A100 for 30 days at 40%")
	if err != nil {
		t.Fatal(err)
	}
	if said := words.Budget(b); !strings.Contains(said, "1,024") {
		t.Errorf("the budget is read as %s", said)
	}
}
