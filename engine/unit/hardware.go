package unit

// Hardware is compute said as accelerators and time: Count devices that run for
// Time each. It becomes FLOPs only where the device's speed is known.
type Hardware struct {
	Device      string // identifier given by the caller's list; empty: no hardware was said
	Count       float64
	Time        Duration
	Utilisation float64 // fraction of the peak speed, in (0, 1]; 0: not said
	Pooled      bool    // said as device-time ("1000 H100-days"): only Count·Time is meant
}

// DeviceTime is Count·Time, the seconds of all devices together.
func (h Hardware) DeviceTime() Duration { return Duration(h.Count) * h.Time }

// Compute is what a field for compute holds: an amount, or hardware whose
// amount is still to be worked out. Exactly one of the two is set. It is
// comparable.
type Compute struct {
	FLOPs    FLOPs
	Hardware Hardware
}

// ParseCompute reads what ParseFLOPs reads, or accelerators and time:
//
//	64 H100 for 21 days at 40%     64 张 H100 训练 21 天，利用率 40%
//	8xA100 30 d                    1000 H100-days @40%
//	2.788M H800 GPU hours          A100 × 8, 3 weeks
//	8 x 4090 for one week          H100 64卡 半个月 MFU=40%
//
// known says whether a whole name is an accelerator and gives its identifier;
// nil knows none. Names may have spaces, digits, hyphens and Han in them; the
// longest that is known is taken, so known must not match parts of names.
func ParseCompute(input string, known func(name string) (id string, ok bool)) (Compute, error) {
	s, err := scan(KindFLOPs, input)
	if err != nil {
		return Compute{}, err
	}
	if known == nil {
		known = func(string) (string, bool) { return "", false }
	}
	c, err := (&hardwareScanner{scanner: s, known: known}).compute()
	if err != nil {
		return Compute{}, err
	}
	return c, nil
}

// hardwareScanner reads a Hardware piece by piece.
type hardwareScanner struct {
	*scanner
	known func(string) (string, bool)
	hw    Hardware
}

func (s *hardwareScanner) compute() (Compute, *ParseError) {
	s.spaces()
	if s.takeAny("用", "使用", "use", "using") {
		s.spaces()
	}
	if !s.numberAhead() && s.device() {
		return s.deviceFirst()
	}
	if found, err := s.countAndDevice(); found || err != nil {
		if err != nil {
			return Compute{}, err
		}
		return s.time()
	}
	n, err := s.number()
	if err != nil {
		return Compute{}, err
	}
	mark := s.pos
	v, amountErr := s.amount(n)
	if amountErr == nil {
		return Compute{FLOPs: FLOPs(v)}, nil
	}
	s.pos = mark
	marked := s.countMark()
	if s.device() {
		if s.hw.Count, err = s.value(n); err != nil {
			return Compute{}, err
		}
		return s.time()
	}
	return Compute{}, s.noDevice(marked, amountErr)
}

// countAndDevice reads a plain number, what may stand behind it and a device, if they are
// next: "8 x 4090" is no product.
func (s *hardwareScanner) countAndDevice() (found bool, err *ParseError) {
	mark := s.pos
	s.about()
	if s.numberAhead() {
		if n, _, bad := s.term(); bad == nil {
			s.countMark()
			if s.device() {
				s.hw.Count, err = s.value(n)
				return true, err
			}
		}
	}
	s.pos = mark
	return false, nil
}

// countMark steps over what may stand between a number and a device: the x of
// 8xA100, a Chinese classifier.
func (s *hardwareScanner) countMark() bool {
	s.spaces()
	found := s.timesMark()
	s.spaces()
	if s.takeAny("张", "块", "台", "卡", "个", "片", "枚", "颗") {
		s.spaces()
		return true
	}
	return found
}

// timesMark steps over a multiplication sign. An x is one in front of a space
// or a device; in front of another word only if it is lower case: 8xA100, XPU.
func (s *hardwareScanner) timesMark() bool {
	mark := s.pos
	r := s.peek(0)
	if r != '×' && r != '*' && lower(r) != 'x' || r == '*' && s.peek(1) == '*' {
		return false
	}
	s.pos++
	if r == 'X' && class(s.peek(0)) == 1 && !s.deviceHere() {
		s.pos = mark
		return false
	}
	return true
}

// deviceHere says whether a device is at the cursor.
func (s *hardwareScanner) deviceHere() bool {
	mark, hw := s.pos, s.hw
	defer func() { s.pos, s.hw = mark, hw }()
	return s.device()
}

// device reads the longest known name at the cursor, with a plural s and words
// such as GPUs behind it.
func (s *hardwareScanner) device() bool {
	for end := len(s.text); end > s.pos; end-- {
		next, last := rune(0), s.text[end-1]
		if end < len(s.text) {
			next = s.text[end]
		}
		plural := next == 's' && (end+1 == len(s.text) || class(s.text[end+1]) != 1)
		inWord := class(last) != 0 && class(last) == class(next)
		if last == ' ' || inWord && !plural {
			continue
		}
		id, ok := s.known(string(s.text[s.pos:end]))
		if !ok {
			continue
		}
		s.hw.Device, s.pos = id, end
		if plural {
			s.pos++
		}
		s.deviceNoun()
		return true
	}
	return false
}

// deviceNoun steps over the noun in "H800 GPU hours", "H100 卡时".
func (s *hardwareScanner) deviceNoun() {
	mark := s.pos
	s.spaces()
	if !s.takeAny("gpu", "gpus", "tpu", "tpus", "chip", "chips", "card", "cards",
		"accelerator", "accelerators", "显卡", "芯片", "卡") {
		s.pos = mark
	}
}

// counted steps over the noun in "H100, 64 GPUs", and says whether it is there.
func (s *hardwareScanner) counted() bool {
	mark := s.pos
	s.deviceNoun()
	return s.pos > mark
}

// noDevice chooses the error where a number is followed by neither a unit nor a
// known device: hardware was meant if there is a mark of it.
func (s *hardwareScanner) noDevice(marked bool, amountErr *ParseError) *ParseError {
	if class(s.peek(0)) == 0 {
		if marked {
			return s.failWhole(CodeNoDevice)
		}
		return amountErr
	}
	if !marked && amountErr.Code != CodeUnknownUnit {
		return amountErr
	}
	err := s.failRun(CodeUnknownDevice)
	s.pos += len([]rune(s.run()))
	s.deviceNoun()
	_, timed := s.timeBehind()
	for ; !s.done(); s.pos++ {
		timed = timed || isDigit(s.peek(0)) && class(s.peek(-1)) != 1
	}
	if marked || timed {
		return err
	}
	return amountErr
}

// deviceFirst reads the rest of "A100 × 8, 3 weeks" and "H100 64卡 21天".
func (s *hardwareScanner) deviceFirst() (Compute, *ParseError) {
	s.spaces()
	marked := s.timesMark()
	s.takeAny(",", ":")
	s.spaces()
	if !marked && !s.numberAhead() {
		return Compute{}, s.failWhole(CodeNoCount)
	}
	n, err := s.number()
	if err != nil {
		return Compute{}, err
	}
	if behind := s.countMark() || s.counted(); !marked && !behind {
		return Compute{}, s.failWhole(CodeNoCount)
	}
	if s.hw.Count, err = s.value(n); err != nil {
		return Compute{}, err
	}
	return s.time()
}
