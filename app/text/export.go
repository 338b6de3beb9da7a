package text

// Bound says of which end of an interval a column of an exported table is.
func (t *Strings) Bound(upper bool) string {
	if upper {
		return t.of(both{"upper", "上限"})
	}
	return t.of(both{"lower", "下限"})
}
