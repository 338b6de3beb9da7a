//go:build !js

package num

import (
	"os"
	"os/exec"
	"regexp"
	"testing"
)

// On arm64 the compiler fuses products into sums wherever the language lets it:
// its assembly shows whether every such product was rounded by a conversion.
func TestNothingIsFused(t *testing.T) {
	fused := regexp.MustCompile(`\(([^()]*\.go:\d+)\)\tF(N?M(ADD|SUB))D`)
	for _, pkg := range []string{"lossline/engine/num", "lossline/engine/fit"} {
		build := exec.Command("go", "build", "-gcflags="+pkg+"=-S", pkg)
		build.Env = append(os.Environ(), "GOOS=linux", "GOARCH=arm64")
		out, err := build.CombinedOutput()
		if err != nil {
			t.Fatalf("%s: %v", pkg, err)
		}
		if !regexp.MustCompile(`\tFMULD\t`).Match(out) {
			t.Errorf("%s: no assembly", pkg)
		}
		for _, m := range fused.FindAllSubmatch(out, -1) {
			t.Errorf("%s fuses at %s", pkg, m[1])
		}
	}
}
