package unit

import (
	"errors"
	"math"
	"testing"
	"time"
	"unicode/utf8"
)

// FuzzParse holds every kind of field, and the one for hardware, to: no panic,
// no hang, either a positive finite value that Exact carries or a complete
// error.
func FuzzParse(f *testing.F) {
	for _, row := range acceptedRows(f) {
		f.Add(row.input)
	}
	for _, row := range refusedRows(f) {
		f.Add(row.input)
	}
	for _, row := range acceptedHardware {
		f.Add(row.input)
	}
	for _, row := range refusedHardware {
		f.Add(row.input)
	}
	f.Fuzz(func(t *testing.T, input string) {
		begin := time.Now()
		for k := KindParams; k <= KindNumber; k++ {
			v, err := k.Parse(input)
			if err != nil {
				checkError(t, input, err)
				continue
			}
			checkValue(t, input, v)
			if again, err := k.Parse(k.Exact(v)); err != nil || again != v {
				t.Errorf("%v %q: %v, again %v, %v", k, input, v, again, err)
			}
		}
		checkCompute(t, input)
		if took := time.Since(begin); took > 2*time.Second {
			t.Errorf("%q took %v", input, took)
		}
	})
}

func checkCompute(t *testing.T, input string) {
	t.Helper()
	c, err := ParseCompute(input, accelerators)
	switch {
	case err != nil:
		checkError(t, input, err)
	case c.Hardware == Hardware{}:
		checkValue(t, input, float64(c.FLOPs))
	default:
		checkValue(t, input, float64(c.Hardware.DeviceTime()))
		if u := c.Hardware.Utilisation; c.FLOPs != 0 || c.Hardware.Device == "" || u < 0 || u > 1 {
			t.Errorf("%q = %+v", input, c)
		}
	}
}

func checkValue(t *testing.T, input string, v float64) {
	t.Helper()
	if !(v > 0) || math.IsInf(v, 1) {
		t.Errorf("%q = %v", input, v)
	}
}

func checkError(t *testing.T, input string, err error) {
	t.Helper()
	var e *ParseError
	if !errors.As(err, &e) || e.Input != input || e.Error() == string(e.Code) ||
		e.At < -1 || e.At > utf8.RuneCountInString(input) {
		t.Errorf("%q: %+v", input, err)
	}
}
