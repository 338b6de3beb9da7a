package regexp_test

import (
	"regexp"
	"testing"

	standin "lossline/wasm/standin/regexp"
)

func TestLikeTheStandardLibrary(t *testing.T) {
	for _, s := range []string{"", "/", "/zh/shape/", "a\nb", "规划", "\xff"} {
		if got, want := standin.MustCompile(".*").MatchString(s), regexp.MustCompile(".*").MatchString(s); got != want {
			t.Errorf("%q: %t, the standard library says %t", s, got, want)
		}
	}
}

func TestRefusesOtherPatterns(t *testing.T) {
	for _, pattern := range []string{"", "/", "^/x$", ".+", ".*a", "("} {
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("%q is taken for a pattern that matches everything", pattern)
				}
			}()
			standin.MustCompile(pattern)
		}()
	}
}
