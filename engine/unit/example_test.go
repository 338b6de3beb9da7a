package unit_test

import (
	"fmt"

	"lossline/engine/unit"
)

func Example() {
	c, err := unit.ParseFLOPs("6667 PF-days")
	fmt.Println(unit.Format(c, unit.English), err)

	n, err := unit.ParseParams("722亿")
	fmt.Println(unit.Format(n, unit.Chinese), err)

	_, err = unit.ParseParams("1.4T tokens")
	fmt.Println(err)
	// Output:
	// 5.76×10²³ <nil>
	// 72.2B (722亿) <nil>
	// “tokens” means a number of tokens, and this field takes a number of parameters.
}
