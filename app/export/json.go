package export

import (
	"math"
	"unicode/utf8"

	"lossline/app/chart"
)

// JSON writes meta, the state of the page and the tables of a figure. A number
// is written with the digits from which the same float64 is read; null stands
// where a column has none.
//
//	{"meta": {…}, "state": "v=1&…", "tables": [{"title": "…",
//	 "columns": [{"label": "…", "unit": "…", "bound": "lower", "fitted": [lo, hi]}, …],
//	 "rows": [[1e9, 2.5], …]}, …]}
func JSON(m Meta, tables []chart.Table) []byte {
	b := append([]byte(`{"meta":`), m.json()...)
	b = field(b, "state", m.State())
	b = append(b, `,"tables":[`...)
	for i := range tables {
		if i > 0 {
			b = append(b, ',')
		}
		b = table(append(b, '\n'), &tables[i])
	}
	return append(b, "]}\n"...)
}

func table(b []byte, t *chart.Table) []byte {
	b = quote(append(b, `{"title":`...), t.Title)
	b = append(b, `,"columns":[`...)
	for i, h := range t.Heads {
		if i > 0 {
			b = append(b, ',')
		}
		b = quote(append(b, `{"label":`...), h.Label)
		b = field(b, "unit", h.Unit)
		switch h.Bound {
		case chart.Lower:
			b = field(b, "bound", "lower")
		case chart.Upper:
			b = field(b, "bound", "upper")
		}
		if h.Fitted != [2]float64{} {
			b = numbers(append(b, `,"fitted":`...), h.Fitted[:])
		}
		b = append(b, '}')
	}
	b = append(b, `],"rows":[`...)
	for i, r := range t.Rows {
		if i > 0 {
			b = append(b, ',')
		}
		b = numbers(append(b, '\n'), r)
	}
	return append(b, "]}"...)
}

// json is the Meta as an object of JSON.
func (m *Meta) json() []byte {
	b := quote([]byte(`{"app":`), App)
	b = field(b, "version", m.Version)
	b = field(b, "date", m.Date)
	b = field(b, "title", m.Title)
	b = field(b, "permalink", m.Permalink)
	b = append(b, `,"laws":[`...)
	for i, u := range m.Uses {
		if i > 0 {
			b = append(b, ',')
		}
		b = quote(append(b, `{"id":`...), u.ID)
		b = field(b, "ref", u.Ref.String())
		if u.Ref.Source != nil {
			b = field(b, "url", u.Ref.Source.Link())
		}
		if u.Grade != 0 {
			b = field(b, "grade", string(rune(u.Grade)))
		}
		b = append(b, '}')
	}
	return append(b, "]}"...)
}

// field writes ,"key":"value", or nothing for no value.
func field(b []byte, key, value string) []byte {
	if value == "" {
		return b
	}
	b = append(append(append(b, `,"`...), key...), `":`...)
	return quote(b, value)
}

// numbers writes an array.
func numbers(b []byte, vs []float64) []byte {
	b = append(b, '[')
	for i, v := range vs {
		if i > 0 {
			b = append(b, ',')
		}
		if math.IsNaN(v) || math.IsInf(v, 0) {
			b = append(b, "null"...)
		} else {
			b = append(b, number(v)...)
		}
	}
	return append(b, ']')
}

// quote writes s as a string of JSON. < and > are escaped, so that the text does
// not end a script element; so are the separators that JavaScript once took for
// line ends.
func quote(b []byte, s string) []byte {
	const hex = "0123456789abcdef"
	b = append(b, '"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			b = append(b, '\\', byte(r))
		case r == '\n':
			b = append(b, `\n`...)
		case r < ' ' || r == '<' || r == '>' || r == 0x7f || r == '\u2028' || r == '\u2029':
			b = append(b, '\\', 'u', hex[r>>12&15], hex[r>>8&15], hex[r>>4&15], hex[r&15])
		default:
			b = utf8.AppendRune(b, r)
		}
	}
	return append(b, '"')
}
