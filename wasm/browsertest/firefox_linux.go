//go:build browser

package browsertest

import (
	"os/exec"
	"syscall"
)

// dieWithParent has a process end when the test binary does, also when that is
// killed.
func dieWithParent(c *exec.Cmd) { c.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGKILL} }
