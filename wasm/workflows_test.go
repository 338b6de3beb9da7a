//go:build !js

package main

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// Workflows name actions by commit, leave no credentials behind, and may write
// nothing but for the job that publishes.
func TestWorkflows(t *testing.T) {
	files, err := filepath.Glob("../.github/workflows/*.yml")
	if err != nil || len(files) < 3 {
		t.Fatalf("%q, %v", files, err)
	}
	uses := regexp.MustCompile(`uses: (\S+)(.*)`)
	byCommit := regexp.MustCompile(`^actions/[a-z-]+@[0-9a-f]{40}$`)
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		said := string(data)
		for _, u := range uses.FindAllStringSubmatch(said, -1) {
			if !byCommit.MatchString(u[1]) || !regexp.MustCompile(`^ # v\d+\.\d+\.\d+$`).MatchString(u[2]) {
				t.Errorf("%s: %s is not named by its commit and version", file, u[0])
			}
		}
		if n := strings.Count(said, "actions/checkout@"); strings.Count(said, "persist-credentials: false") != n {
			t.Errorf("%s: a checkout keeps credentials", file)
		}
		head, jobs, _ := strings.Cut(said, "\njobs:\n")
		if !strings.Contains(head, "\npermissions:\n  contents: read\n") || strings.Contains(head, "write") {
			t.Errorf("%s: all jobs may do more than read", file)
		}
		before, deploy, _ := strings.Cut(jobs, "\n  deploy:\n")
		if strings.Contains(before, ": write") || strings.Contains(deploy, "run:") || strings.Contains(deploy, "checkout") {
			t.Errorf("%s: a job that runs the repository may write", file)
		}
	}
}

// The bytes of the site depend on the Go that builds it: go.mod names one.
func TestToolchainIsPinned(t *testing.T) {
	data, err := os.ReadFile("../go.mod")
	if err != nil || !regexp.MustCompile(`(?m)^toolchain go1\.\d+\.\d+$`).Match(data) {
		t.Errorf("go.mod names no toolchain, %v", err)
	}
}
