//go:build !js

package main

import (
	"fmt"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// markup makes correct and reproducible HTML of what go-app writes natively,
// which puts every child on an indented line of its own (and so spaces where
// there are none), quotes attributes as Go strings, drops the value of those
// that are "true", writes switches that are off as ="false", which HTML takes for
// on, and orders attributes at random.
func markup(s string) (string, error) {
	body := &html.Node{Type: html.ElementNode, Data: "body", DataAtom: atom.Body}
	nodes, err := html.ParseFragment(strings.NewReader(s), body)
	if err != nil {
		return "", err
	}
	var b strings.Builder
	for _, n := range nodes {
		if err := tidy(n, 0); err != nil {
			return "", err
		}
		if err := html.Render(&b, n); err != nil {
			return "", err
		}
	}
	return b.String(), nil
}

// tidy mends an element that was written at the given depth, and all below it.
func tidy(n *html.Node, depth int) error {
	if err := tidyAttributes(n); err != nil {
		return err
	}
	foreign := n.Namespace != "" // drawings and formulas are written as they are
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch {
		case c.Type == html.TextNode && !foreign:
			c.Data = unindent(c.Data, depth+1)
		case c.Type == html.ElementNode:
			if err := tidy(c, depth+1); err != nil {
				return err
			}
		}
	}
	return nil
}

// unindent takes from a text what go-app put around it: the lines' ends, and the
// two spaces a level before each child. A text that is an only child has none.
func unindent(s string, depth int) string {
	lines := strings.Split(s, "\n")
	if len(lines) == 1 {
		return s
	}
	indent := strings.Repeat("  ", depth)
	var b strings.Builder
	for _, l := range lines[1 : len(lines)-1] { // the last is the indent of what follows
		b.WriteString(strings.TrimPrefix(l, indent))
	}
	return b.String()
}

// tidyAttributes orders the attributes and gives those back their value that
// are not there without one. A value that Go's quoting changed is an error: the
// text in question must not stand in an attribute.
func tidyAttributes(n *html.Node) error {
	for i, a := range n.Attr {
		if n.Namespace == "" && strings.Contains(a.Val, `\`) {
			return fmt.Errorf("attribute %s=%q of <%s> was quoted as a Go string", a.Key, a.Val, n.Data)
		}
		if a.Val == "" && (strings.HasPrefix(a.Key, "aria-") || a.Key == "spellcheck") {
			n.Attr[i].Val = "true"
		}
	}
	n.Attr = slices.DeleteFunc(n.Attr, func(a html.Attribute) bool {
		return a.Val == "false" && slices.Contains(switches, a.Key)
	})
	slices.SortFunc(n.Attr, func(a, b html.Attribute) int { return strings.Compare(a.Key, b.Key) })
	return nil
}

// switches are attributes that are on wherever they stand, whatever their value.
var switches = []string{"checked", "disabled", "hidden", "readonly", "selected"}
