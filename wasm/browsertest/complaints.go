//go:build browser

package browsertest

import (
	"fmt"
	"slices"
	"strings"
	"sync"

	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/runtime"
)

// grudges collects what a page complains of.
type grudges struct {
	mu   sync.Mutex
	list []string
}

func (g *grudges) add(format string, args ...any) {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.list = append(g.list, fmt.Sprintf(format, args...))
}

func (g *grudges) complaints() []string {
	g.mu.Lock()
	defer g.mu.Unlock()
	return slices.Clone(g.list)
}

// listen is called by the loop that reads from Chromium, and so only takes
// notes.
func (g *grudges) listen(event any) {
	switch e := event.(type) {
	case *runtime.EventConsoleAPICalled:
		if e.Type == runtime.ConsoleAPICalledTypeError || e.Type == runtime.ConsoleAPICalledTypeAssert {
			var words []string
			for _, arg := range e.Args {
				words = append(words, objectText(arg))
			}
			g.add("console: %s", strings.Join(words, " "))
		}
	case *runtime.EventExceptionThrown:
		g.add("exception: %s", exceptionText(e.ExceptionDetails))
	case *log.EventEntryAdded:
		// A resource that failed, a policy that forbade something.
		if e.Entry.Level == log.EntryLevelError {
			g.add("%s: %s %s", e.Entry.Source, e.Entry.Text, e.Entry.URL)
		}
	}
}

func exceptionText(x *runtime.ExceptionDetails) string {
	text := x.Text
	if x.Exception != nil && x.Exception.Description != "" {
		text = x.Exception.Description
	}
	if x.URL != "" {
		text += fmt.Sprintf(" (%s:%d:%d)", x.URL, x.LineNumber+1, x.ColumnNumber+1)
	}
	return text
}

// objectText is a value as the console would show it, more or less.
func objectText(o *runtime.RemoteObject) string {
	switch {
	case o.Description != "":
		return o.Description
	case len(o.Value) > 0:
		return strings.Trim(string(o.Value), `"`)
	}
	return string(o.Type)
}
