package unit

// spelt reads a small number in words, as people say times: "one week", "half a year",
// 半个月, 两周. It returns false, and stays, where none is next.
func (s *scanner) spelt() (decimal, bool) {
	mark := s.pos
	s.spaces()
	for _, w := range numbersInWords {
		if s.take(w.word) {
			return w.value, true
		}
	}
	s.pos = mark
	return decimal{}, false
}

// numbersInWords are the numbers that stand before units of time.
var numbersInWords = []struct {
	word  string
	value decimal
}{
	{"half a", decimal{"5", -1}}, {"half an", decimal{"5", -1}}, {"a", one}, {"an", one},
	{"one", one}, {"two", decimal{"2", 0}}, {"three", decimal{"3", 0}}, {"four", decimal{"4", 0}},
	{"five", decimal{"5", 0}}, {"six", decimal{"6", 0}}, {"seven", decimal{"7", 0}}, {"eight", decimal{"8", 0}},
	{"nine", decimal{"9", 0}}, {"ten", decimal{"1", 1}}, {"twelve", decimal{"12", 0}},
	{"半", decimal{"5", -1}}, {"一", one}, {"两", decimal{"2", 0}}, {"二", decimal{"2", 0}}, {"三", decimal{"3", 0}},
	{"四", decimal{"4", 0}}, {"五", decimal{"5", 0}}, {"六", decimal{"6", 0}}, {"七", decimal{"7", 0}}, {"八", decimal{"8", 0}},
	{"九", decimal{"9", 0}}, {"十", decimal{"1", 1}},
}
