//go:build browser && !linux

package browsertest

import "os/exec"

// dieWithParent does what it says on Linux alone.
func dieWithParent(*exec.Cmd) {}
