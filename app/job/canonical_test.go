package job

import (
	"testing"

	"lossline/engine/dataset"
)

// Runs with a blank line, a dropped one and names between them: the text for a
// link has numbers only, and reads back as the same runs in the same rows.
func TestCanonicalKeepsRows(t *testing.T) {
	const table = "name,N,D,C,loss\na,1e9,2e10,1.2e20,2.5\n\nb,2e9,3e10,3.7e20,2.4\nc,oops,1,1,1\nd,3e9,4e10,7.2e20,2.3\n"
	read := func(text string, drop bool) *ReadReply {
		t.Helper()
		reply, err := Do(t.Context(), Request{Op: OpRead, Text: text, DropBad: drop})
		if err != nil {
			t.Fatal(err)
		}
		return reply.Read
	}
	first := read(table, true)
	const want = "N,D,C,loss\n1e9,2e10,,2.5\n\n2e9,3e10,3.7e20,2.4\n\n3e9,4e10,,2.3"
	if first.Canonical != want || !first.SameRows {
		t.Fatalf("%q, same rows %v", first.Canonical, first.SameRows)
	}
	again := read(first.Canonical, false)
	if again.Kept != 3 || again.Digest != first.Digest || again.Canonical != first.Canonical {
		t.Errorf("read back: %d runs, digest %s and %s, %q", again.Kept, again.Digest, first.Digest, again.Canonical)
	}
	in, err := dataset.Read(t.Context(), []byte(first.Canonical), &again.Mapping, nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	for i, row := range []int{2, 4, 6} {
		if in.Runs[i].Row != row {
			t.Errorf("run %d stands in row %d, stood in %d", i, in.Runs[i].Row, row)
		}
	}
}
