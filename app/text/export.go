package text

// Bound says of which end of an interval a column of an exported table is.
func (t *Strings) Bound(upper bool) string {
	if upper {
		return t.Export.Upper
	}
	return t.Export.Lower
}
