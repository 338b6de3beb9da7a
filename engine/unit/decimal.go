package unit

import (
	"math"
	"strconv"
	"strings"
)

// decimal is the exact value digits × 10^exp, not negative. Numbers, scales and
// units are multiplied as decimals so that the one rounding of a parsed value
// is the last step.
type decimal struct {
	digits string // ASCII digits without leading zeros; "" is 0
	exp    int
}

var one = decimal{"1", 0}

// pow10 is 10^n.
func pow10(n int) decimal { return decimal{"1", n} }

// newDecimal is the value of an ASCII digit string times 10^exp.
func newDecimal(digits string, exp int) decimal {
	return decimal{strings.TrimLeft(digits, "0"), exp}
}

// times is d·e, by the schoolbook.
func (d decimal) times(e decimal) decimal {
	p := make([]byte, len(d.digits)+len(e.digits))
	for i := len(d.digits) - 1; i >= 0; i-- {
		carry := 0
		for j := len(e.digits) - 1; j >= 0; j-- {
			t := int(p[i+j+1]) + int(d.digits[i]-'0')*int(e.digits[j]-'0') + carry
			p[i+j+1] = byte(t % 10)
			carry = t / 10
		}
		p[i] = byte(carry)
	}
	for i := range p {
		p[i] += '0'
	}
	return newDecimal(string(p), d.exp+e.exp)
}

// magnitude is the number of digits before the decimal point, negative where
// zeros follow it.
func (d decimal) magnitude() int { return len(d.digits) + d.exp }

// float64 is d rounded half to even: +Inf above the largest float64, 0 below
// half the smallest.
func (d decimal) float64() float64 {
	if d.digits == "" {
		return 0
	}
	v, err := strconv.ParseFloat(d.digits+"e"+strconv.Itoa(d.exp), 64)
	if err != nil { // only out of range is left as a reason
		return math.Inf(1)
	}
	return v
}
