package csvtable

import (
	"errors"
	"strings"
	"testing"
)

func TestSplit(t *testing.T) {
	for _, c := range []struct{ line, want string }{
		{`a,b`, "a|b"},
		{`"L(N,D)",1`, "L(N,D)|1"},
		{`"say ""hi""",2`, `say "hi"|2`},
		{`,`, "|"},
		{`"",""`, "|"},
	} {
		got, err := split(c.line)
		if err != nil || strings.Join(got, "|") != c.want {
			t.Errorf("split(%q) = %q, %v; want %q", c.line, got, err, c.want)
		}
	}
}

const small = "name,n,share,on\na,3,0.5,1\n\n b ,4,-1,0\n"

func TestColumns(t *testing.T) {
	c := Parse("f", []byte(small))
	if n := c.Amounts("n"); len(n) != 2 || n[0] != 3 || n[1] != 4 {
		t.Errorf("amounts %v", n)
	}
	if on := c.Flags("on"); len(on) != 2 || !on[0] || on[1] {
		t.Errorf("flags %v", on)
	}
	if s := c.Texts("name"); strings.Join(s, "|") != "a|b" {
		t.Errorf("texts %q", s)
	}
	if c.Err() != nil || c.Len() != 2 || c.Number(1) != 4 {
		t.Errorf("%v, %d rows, the second has number %d", c.Err(), c.Len(), c.Number(1))
	}
	if v := c.Counts("share"); v != nil || !errors.Is(c.Err(), ErrNegative) || c.Err().Error() != `f: row 4, column share: want a finite number, not below 0: "-1"` {
		t.Errorf("%v, %v", v, c.Err())
	}
	if n := c.Amounts("n"); n != nil {
		t.Errorf("after a failure: %v", n)
	}
}

func TestRecordErrors(t *testing.T) {
	for _, c := range []struct {
		column string
		read   func(Record)
		want   string
	}{
		{"n", func(r Record) { r.Number("n", 0, 3.5) }, `f: row 4, column n: "4" is not between 0 and 3.5`},
		{"n", func(r Record) { r.Whole("n", 4) }, `f: row 2, column n: "3" is less than 4`},
		{"share", func(r Record) { r.Whole("share", 0) }, `f: row 2, column share: "0.5" is not a whole number`},
		{"share", func(r Record) { r.Amount("share") }, `f: row 4, column share: want a finite number above 0: "-1"`},
		{"n", func(r Record) { r.Flag("n") }, `f: row 2, column n: want 0 or 1: "3"`},
		{"n", func(r Record) { r.Fail("name", "is odd"); r.Fail("n", "is later") }, `f: row 2, column name: "a" is odd`},
		{"n", func(r Record) { r.Text("nothing") }, "f: row 1, column nothing: want exactly one column of this name in the header"},
		{"nothing", func(r Record) {}, "f: row 1, column nothing: want exactly one column of this name in the header"},
	} {
		err := Parse("f", []byte(small)).Records(c.read, c.column)
		if err == nil || err.Error() != c.want {
			t.Errorf("%v, want %s", err, c.want)
		}
	}
	if err := Parse("f", []byte("a,b\n")).Records(func(Record) {}); err == nil || err.Error() != "f: row 1: no rows below the header" {
		t.Error(err)
	}
}
