package unit

import (
	"os"
	"strconv"
	"strings"
	"testing"
)

// kindNamed is the inverse of Kind.String.
func kindNamed(t testing.TB, name string) Kind {
	t.Helper()
	for k := KindParams; k <= KindNumber; k++ {
		if k.String() == name {
			return k
		}
	}
	t.Fatalf("no kind %q", name)
	return 0
}

type acceptedRow struct {
	kind  Kind
	input string
	want  float64
}

type refusedRow struct {
	kind    Kind
	input   string
	code    Code
	at      int
	message string
}

// rows reads a table of testdata: tab-separated, # comments.
func rows(t testing.TB, file string, columns int) [][]string {
	t.Helper()
	data, err := os.ReadFile("testdata/" + file)
	if err != nil {
		t.Fatal(err)
	}
	var table [][]string
	for i, line := range strings.Split(strings.TrimSpace(string(data)), "\n") {
		if strings.HasPrefix(line, "#") {
			continue
		}
		cells := strings.Split(line, "\t")
		if len(cells) != columns {
			t.Fatalf("%s:%d: %d columns, want %d", file, i+1, len(cells), columns)
		}
		if cells[1], err = strconv.Unquote(cells[1]); err != nil {
			t.Fatalf("%s:%d: %v", file, i+1, err)
		}
		table = append(table, cells)
	}
	return table
}

func acceptedRows(t testing.TB) []acceptedRow {
	var table []acceptedRow
	for _, c := range rows(t, "accepted.tsv", 3) {
		want, err := strconv.ParseFloat(c[2], 64)
		if err != nil {
			t.Fatal(err)
		}
		table = append(table, acceptedRow{kindNamed(t, c[0]), c[1], want})
	}
	return table
}

func refusedRows(t testing.TB) []refusedRow {
	var table []refusedRow
	for _, c := range rows(t, "refused.tsv", 5) {
		at, err := strconv.Atoi(c[3])
		if err != nil {
			t.Fatal(err)
		}
		table = append(table, refusedRow{kindNamed(t, c[0]), c[1], Code(c[2]), at, c[4]})
	}
	return table
}
