//go:build !js

package main

import (
	"os"
	"strings"
	"testing"

	"lossline/app/job"
	"lossline/app/text"
	"lossline/app/text/languages"
	"lossline/engine/dataset"
)

// The README, jobs and the sentences of the page name the limits that the reader has.
func TestLimitsAreOneTable(t *testing.T) {
	readme, err := os.ReadFile("../README.md")
	if err != nil {
		t.Fatal(err)
	}
	want := "up to " + dataset.CodeRuns.Limit() + " runs, " + dataset.CodeRows.Limit() + " rows of learning curves and " + dataset.CodeTooBig.Limit()
	if !strings.Contains(strings.Join(strings.Fields(string(readme)), " "), want) {
		t.Errorf("the README does not say %q", want)
	}
	if want != "up to 200,000 runs, 1,000,000 rows of learning curves and 64 MiB" {
		t.Errorf("the limits are %s", want)
	}
	if job.MaxRuns != dataset.MaxRuns || job.MaxText != dataset.MaxText {
		t.Errorf("jobs have %d runs and %d bytes, the reader %d and %d", job.MaxRuns, job.MaxText, dataset.MaxRuns, dataset.MaxText)
	}
	for _, l := range []text.Lang{languages.English, languages.Chinese} {
		for _, c := range dataset.ReadCodes() {
			if limit := c.Limit(); limit != "" && !strings.Contains(languages.In(l).FileError(c), limit) {
				t.Errorf("%s: %q does not say %s", c, languages.In(l).FileError(c), limit)
			}
		}
	}
}
