package dataset

import (
	"context"
	"fmt"
	"strings"
	"testing"
)

// messy are files as people have them, also the seeds of the fuzz targets.
var messy = []string{
	"C,N,D,loss\n1e20,1e9,1.6e10,2.9\n",
	"\ufeffparams (M);tokens (B);val_loss\r\n70;1,4;3,51\r\n;1;3\r\n160;x;3,2\r\n",
	"Step,a - val/loss,a - val/loss__MIN,b - val/loss\n100,3.2,3.1,\n200,3.1,3.0,3.05\n",
	"{\"n\": 7e7, \"x\": {\"tokens\": 1.4e9, \"l\": [1,{\"a\":2}]}, \"loss\": 3.3, \"s\": \"\\ud83d\\ude00\\n\"}\n{\"n\": null}\n{oops\n",
	"[{\"N\": 7e7, \"D\":1e9, \"loss\": 3.3},{\"N\": NaN}]",
	"| N | D | loss |\n|---|---|---|\n| 7e7 | 1e9 | 3.2 |\n",
	"  N  D  loss\n0 7e7 1e9 3.2\n1 8e7 \"2 e9\" 3.1\n",
	"# N D loss\n7e7 1e9 3.2\n",
	"\"na\"\"me\",\"N\",loss\n\"a\nb\",7B,3\n\"open,1,2\n",
	"参数量,训练token数,损失\n70亿,1.4万亿,1.97\n７Ｂ,1,2\n",
	"\xff\xfeN\x00,\x00l\x00o\x00s\x00s\x00\n\x001\x00e\x009\x00,\x003\x00\n\x00",
	"PK\x03\x04\x00\x00",
	"", "\n\n", ",", "\"", "a", "{", "[", "[{", "#", ";;;\n;;;\n", "1,2\r3,4\r", "{\"\":{\"\":{\"\":1}}}", "\xff\xfe\xd8",
}

func FuzzSniff(f *testing.F) {
	for _, s := range messy {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		s, err := Sniff(text)
		if (s == nil) == (err == nil) {
			t.Fatalf("%v, %v: want either a guess or an error", s, err)
		}
		if err != nil {
			return
		}
		if len(s.Header) != len(s.Guess.Columns) || len(s.Preview) > maxPreview {
			t.Fatalf("%d names of %d columns, %d rows of preview", len(s.Header), len(s.Guess.Columns), len(s.Preview))
		}
		if n := len(s.Header) + len(s.Guess.Columns); n > 2*len(text)+16 {
			t.Fatalf("%d columns out of %d bytes", n, len(text))
		}
		if s.Guess.has(RoleLoss) || s.Guess.has(RoleError) {
			if err := s.Guess.check(); err != nil {
				t.Fatalf("Read refuses the mapping of Sniff %+v: %v", s.Guess, err)
			}
			readSound(t, text, &s.Guess)
		}
	})
}

// Whatever is read, with a mapping that has nothing to do with the text: each run is
// sound, each record is accounted for, and the output is no larger than the input
// allows. FuzzSniff reads by its guess, which takes longer than all reading.
func FuzzRead(f *testing.F) {
	for _, s := range messy {
		f.Add([]byte(s), byte(0))
	}
	f.Add([]byte("1;2;3\n"), byte(';'))
	f.Fuzz(func(t *testing.T, text []byte, delimiter byte) {
		columns := []Column{{Role: RoleN}, {Role: RoleLoss}, {Role: RoleName}}
		readSound(t, text, &Mapping{Format: Delimited, Delimiter: string([]byte{delimiter}), Columns: columns})
		readSound(t, text, &Mapping{Format: Blanks, Columns: columns})
		readSound(t, text, &Mapping{Format: JSONL, Columns: []Column{{Name: "n", Role: RoleN}, {Name: "loss", Role: RoleLoss}}})
	})
}

// readSound reads text as m says, and fails where what comes of it is not sound or
// does not come back from its canonical text.
func readSound(t *testing.T, text []byte, m *Mapping) {
	t.Helper()
	in, err := Read(context.Background(), text, m, nil, nil)
	if err != nil {
		return
	}
	size := len(text)
	if plain, err := Unpack(text); err == nil {
		size = len(plain)
	}
	if err := sound(in, size, m); err != nil {
		t.Fatalf("%+v: %v", m, err)
	}
	again, err := ParseCanonical(Canonical(in.Runs))
	if err != nil || Digest(again) != in.Digest {
		t.Fatalf("%q: comes back with %v as %q", Canonical(in.Runs), err, Canonical(again))
	}
}

// sound says what is wrong with an import of a text of so many bytes.
func sound(in *Import, size int, m *Mapping) error {
	losses := 1
	if m.Wide {
		losses = len(m.Columns)
	}
	names := 0
	for _, r := range in.Runs {
		for _, role := range numbers {
			if v := r.get(role); v != 0 && !(v > 0 && v < 1e301) {
				return fmt.Errorf("row %d: %s is %g", r.Row, role, v)
			}
		}
		if r.Loss == 0 && r.Error == 0 || r.Row < 1 || !r.Used {
			return fmt.Errorf("run %+v", r)
		}
		names += len(r.Name) + len(r.Curve) + len(r.Group)
	}
	bad := 0
	for _, n := range in.ProblemCounts {
		bad += n
	}
	switch {
	case in.Kept != len(in.Runs) || !m.Wide && in.Kept+in.BadRows != in.Rows:
		return fmt.Errorf("%d rows, %d runs, %d bad", in.Rows, in.Kept, in.BadRows)
	case in.Rows+in.Blank > size+1 || in.Kept > losses*in.Rows || len(in.Problems) > maxListed || names > losses*(4*size+64)*2:
		return fmt.Errorf("%d rows and %d bytes of names out of %d bytes", in.Rows, names, size)
	case (bad > 0) != (in.BadRows > 0) || in.Complete != (bad == 0):
		return fmt.Errorf("%d problems in %d rows, complete: %v", bad, in.BadRows, in.Complete)
	}
	return nil
}

// A file of 200,000 learning-curve rows.
func large(rows int) []byte {
	var b strings.Builder
	b.WriteString("params,tokens,step,val_loss\n")
	for i := range rows {
		fmt.Fprintf(&b, "%d,%d,%d,%.6f\n", 70_000_000*(1+i/1000), 2_097_152*(1+i%1000), 1+i%1000, 2+8/float64(1+i%1000))
	}
	return []byte(b.String())
}

func TestReadLarge(t *testing.T) {
	text := large(200_000)
	s, err := Sniff(text)
	if err != nil || !s.Sure {
		t.Fatalf("%+v, %v", s, err)
	}
	last, calls := 0, 0
	in, err := Read(context.Background(), text, &s.Guess, nil, func(done, total int) {
		if done < last || done > total || total != len(text) {
			t.Fatalf("progress from %d to %d of %d", last, done, total)
		}
		last = done
		calls++
	})
	if err != nil {
		t.Fatal(err)
	}
	if in.Kept != 200_000 || !in.Complete || !in.Curves || in.DuplicateCount != 0 || last != len(text) || calls < 50 {
		t.Errorf("%d runs, complete %v, curves %v, %d duplicates, progress to %d in %d calls",
			in.Kept, in.Complete, in.Curves, in.DuplicateCount, last, calls)
	}
	if r := in.Runs[199_999]; r.N != 14e9 || r.Row != 200_001 || r.Curve != "200" {
		t.Errorf("last run %+v", r)
	}
}

func TestReadCancel(t *testing.T) {
	text := large(50_000)
	s, err := Sniff(text)
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	after := 0
	_, err = Read(ctx, text, &s.Guess, nil, func(done, total int) {
		if ctx.Err() != nil {
			after++
		}
		if done > total/2 {
			cancel()
		}
	})
	if err != context.Canceled || after != 0 {
		t.Errorf("%v, with %d steps of progress after the end", err, after)
	}
}

// Files beyond the limits are refused by name, at the row.
func TestReadLimits(t *testing.T) {
	m := &Mapping{Format: Delimited, Delimiter: ",", Columns: []Column{{Role: RoleN}, {Role: RoleLoss}}}
	for _, c := range []struct {
		text string
		want ReadError
	}{
		{strings.Repeat("1,2\n", MaxRows+1), ReadError{Code: CodeRows, Row: MaxRows + 1}},
		{"1,2\n" + strings.Repeat(",", MaxColumns), ReadError{Code: CodeColumns, Row: 2}},
		{"1,2\n" + strings.Repeat("7", MaxCell+1), ReadError{Code: CodeCell, Row: 2}},
		{strings.Repeat(" ", MaxText+1), ReadError{Code: CodeTooBig}},
		{"1,2\x00", ReadError{Code: CodeBinary}},
	} {
		_, err := Read(context.Background(), []byte(c.text), m, nil, nil)
		if e, ok := err.(*ReadError); !ok || *e != c.want {
			t.Errorf("%.20q: %v, want %v", c.text, err, &c.want)
		}
	}
}

// A quotation mark that is never closed costs its row and no other.
func TestOpenQuoteCostsItsRow(t *testing.T) {
	for _, tail := range []string{"", "2e9,2,\"closed, \"\"this one\"\n"} {
		text := "N,loss,name\n1e9,3,\"open\n" + strings.Repeat("1e9,3,a\n", 20_000) + tail
		_, in := sniffed(t, text, nil)
		rows := 20_001
		if tail != "" {
			rows++
		}
		if in.Rows != rows || in.Kept != rows-1 || len(in.Problems) != 1 || in.Problems[0].Row != 2 || in.Problems[0].Code != CodeQuote {
			t.Errorf("%d rows, %d runs, problems %v", in.Rows, in.Kept, in.Problems)
		}
	}
}

func BenchmarkRead200k(b *testing.B) {
	text := large(200_000)
	s, err := Sniff(text)
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Read(context.Background(), text, &s.Guess, nil, nil); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkSniff(b *testing.B) {
	text := large(200_000)
	for b.Loop() {
		if _, err := Sniff(text); err != nil {
			b.Fatal(err)
		}
	}
}
