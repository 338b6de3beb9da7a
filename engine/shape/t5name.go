package shape

import (
	"fmt"
	"strconv"
	"strings"
)

// T5Named returns the shape that a released checkpoint's name says, such as
// "google/t5-efficient-small-el16-dl4": a standard size with operators of Tay
// et al. (2021) applied in order. NL sets the layers of both
// stacks, EL and DL those of one, DM d_model, KV d_kv, NH heads, FF d_ff. Round
// thousands in names stand for multiples of 1024 (dm2000 is 2048, ff6000 6144).
//
// It returns an error for an unknown size or operator, and for SH and SKV,
// which share projections and so are not counted by T5. A name is not proof:
// two released configurations contradict theirs, see T5Config.
func T5Named(name string) (T5, error) {
	short := name[strings.LastIndexByte(name, '/')+1:]
	parts := strings.Split(strings.TrimPrefix(short, "t5-efficient-"), "-")
	t, ok := T5Size(parts[0])
	if !ok {
		return T5{}, fmt.Errorf("shape: %q: unknown size %q", name, parts[0])
	}
	for _, op := range parts[1:] {
		if err := t.apply(op); err != nil {
			return T5{}, fmt.Errorf("shape: %q: %w", name, err)
		}
	}
	return t, t.Validate()
}

// apply carries out one operator such as "nl16".
func (t *T5) apply(op string) error {
	letters := strings.TrimRight(op, "0123456789")
	n, err := strconv.Atoi(op[len(letters):])
	if err != nil || n < 1 {
		return fmt.Errorf("operator %q has no number", op)
	}
	if n%1000 == 0 {
		n = n / 1000 * 1024
	}
	switch letters {
	case "nl":
		*t = t.Deep(n)
	case "el":
		t.EncoderLayers = n
	case "dl":
		t.DecoderLayers = n
	case "dm":
		t.DModel = n
	case "kv":
		t.DKV = n
	case "nh":
		t.Heads = n
	case "ff":
		t.DFF = n
	default:
		return fmt.Errorf("operator %q is not counted", op)
	}
	return nil
}
