package unit

// English is the language of the engine, which says errors in it.
var English = &Words{
	Phrases: [KindNumber + 1]string{
		KindParams:   "a number of parameters",
		KindTokens:   "a number of tokens",
		KindFLOPs:    "an amount of compute in FLOP",
		KindFLOPRate: "a rate in FLOP/s",
		KindLoss:     "a loss in nats per token",
		KindSteps:    "a number of steps",
		KindChars:    "a number of characters",
		KindBytes:    "an amount of text in bytes",
		KindDuration: "a time",
		KindCost:     "a cost in US dollars",
		KindNumber:   "a number",
	},
	Nouns: [KindNumber + 1]Noun{
		KindParams:   {"parameter", "parameters"},
		KindTokens:   {"token", "tokens"},
		KindFLOPs:    {"floating-point operation", "floating-point operations"},
		KindFLOPRate: {"floating-point operation per second", "floating-point operations per second"},
		KindLoss:     {"nat per token", "nats per token"},
		KindSteps:    {"step", "steps"},
		KindChars:    {"character", "characters"},
		KindBytes:    {"byte", "bytes"},
		KindDuration: {"second", "seconds"},
		KindCost:     {"US dollar", "US dollars"},
	},
	Times: [len(timeUnits)]Noun{{"second", "seconds"}, {"minute", "minutes"}, {"hour", "hours"}, {"day", "days"}, {"year", "years"}},

	Scales: []string{"", " thousand", " million", " billion", " trillion"}, ScaleDigits: 3,
	Spoken: SpokenWords{
		Gap: " ", Minus: "minus ", Infinite: "infinitely many", Undefined: "an undefined number of",
		Power: "{0} times 10 to the {1}", MinusPower: "{0} times 10 to the minus {1}",
	},
	Devices: DeviceWords{Timed: "{0} {1} for {2}", Utilisation: " at {0}", Joint: "-"},
}
