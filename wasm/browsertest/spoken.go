//go:build browser

package browsertest

import (
	"context"
	"encoding/json"
	"errors"
	"strings"

	"github.com/chromedp/cdproto/accessibility"
	"github.com/chromedp/chromedp"
)

// Spoken is what a screen reader has of the page, a line for each thing that it
// stops at: role, name, value, state and description, indented as they are nested;
// a row of a table and a paragraph are one line each. It is Chromium's
// accessibility tree, without what is only there for layout.
func (p *Page) Spoken() string {
	p.t.Helper()
	var lines []string
	// The tree has a slider's number, and not the words that are said instead.
	sliders := Eval[[]string](p, `[...document.querySelectorAll("input[type=range]")].filter(e => e.checkVisibility()).map(e => e.getAttribute("aria-valuetext") ?? e.value)`)
	p.do(func(ctx context.Context) error {
		c, ok := p.driver.(*chromium)
		if !ok {
			return errors.New("only Chromium hands out its accessibility tree")
		}
		tab, cancel := c.within(ctx)
		defer cancel()
		tree, err := chromedp.Call(tab, accessibility.GetFullAXTree, accessibility.GetFullAXTreeParams{})
		if err != nil {
			return err
		}
		s := speaker{nodes: map[accessibility.NodeID]*accessibility.Node{}, sliders: sliders}
		for _, n := range tree.Nodes {
			s.nodes[n.NodeID] = n
		}
		if len(tree.Nodes) > 0 {
			s.say(tree.Nodes[0], 0)
		}
		lines = s.lines
		return nil
	}, "read the accessibility tree")
	return strings.Join(lines, "\n") + "\n"
}

type speaker struct {
	nodes   map[accessibility.NodeID]*accessibility.Node
	lines   []string
	sliders []string // what is said of those that are not yet reached
}

// layout are roles that nothing is said of; what they hold is.
var layout = map[string]bool{"generic": true, "none": true, "RootWebArea": true, "rowgroup": true, "LayoutTable": true, "LayoutTableRow": true, "LayoutTableCell": true, "Section": true}

// whole are roles that are said in one piece, with all the text in them.
var whole = map[string]bool{
	"paragraph": true, "row": true, "caption": true, "Caption": true, "term": true, "definition": true, "LabelText": true, "Legend": true, "heading": true,
	"link": true, "button": true, "DisclosureTriangle": true, "StaticText": true, "option": true, "combobox": true, "listitem": true,
	"MathMLMath": true, "math": true, "image": true, "img": true, "Figcaption": true, "code": true, "status": true, "note": true,
}

func (s *speaker) say(n *accessibility.Node, depth int) {
	role, name := text(n.Role), text(n.Name)
	if n.Ignored || layout[role] {
		s.children(n, depth)
		return
	}
	line := role
	if name != "" {
		line += " " + quote(name)
	}
	single := whole[role] && !s.nested(n)
	if single && role != "combobox" {
		if said := strings.Join(strings.Fields(s.text(n, role == "row")), " "); said != "" && said != name {
			line += ": " + said
		}
	}
	if v := text(n.Value); role == "slider" && len(s.sliders) > 0 {
		line += " = " + s.sliders[0]
		s.sliders = s.sliders[1:]
	} else if v != "" {
		line += " = " + v
	}
	line += states(n)
	if d := text(n.Description); d != "" && d != name {
		line += " (" + d + ")"
	}
	if line != "LineBreak" && line != "InlineTextBox" && strings.TrimSpace(name+line) != "StaticText" {
		s.lines = append(s.lines, strings.Repeat("  ", depth)+line)
	}
	if !single {
		s.children(n, depth+1)
	}
}

func (s *speaker) children(n *accessibility.Node, depth int) {
	for _, id := range n.ChildIDs {
		if c := s.nodes[id]; c != nil {
			s.say(c, depth)
		}
	}
}

// nested reports whether something in a piece of text is a stop of its own.
func (s *speaker) nested(n *accessibility.Node) bool {
	switch text(n.Role) {
	case "row", "StaticText", "link", "button", "heading", "DisclosureTriangle", "combobox", "option":
		return false
	}
	for _, id := range n.ChildIDs {
		c := s.nodes[id]
		if c == nil {
			continue
		}
		switch text(c.Role) {
		case "link", "button", "slider", "textbox", "combobox", "checkbox", "list", "table":
			return true
		}
		if s.nested(c) {
			return true
		}
	}
	return false
}

// text is all the text within n, the cells of a row apart.
func (s *speaker) text(n *accessibility.Node, row bool) string {
	if r := text(n.Role); r == "StaticText" {
		return untrimmed(n.Name)
	} else if r == "MathMLMath" && text(n.Name) != "" {
		return text(n.Name)
	}
	var parts []string
	for _, id := range n.ChildIDs {
		c := s.nodes[id]
		if c != nil && (text(c.Role) == "link" || text(c.Role) == "button") {
			parts = append(parts, " "+text(c.Name)+" ")
		} else if c != nil && text(c.Role) != "InlineTextBox" {
			if t := s.text(c, false); strings.TrimSpace(t) != "" {
				parts = append(parts, t)
			} else if t != "" && !row {
				parts = append(parts, " ")
			}
		}
	}
	if row {
		return strings.Join(parts, " | ")
	}
	return strings.Join(parts, "")
}

// states are what is said of a control besides its value.
func states(n *accessibility.Node) string {
	var out strings.Builder
	for _, p := range n.Properties {
		v := text(p.Value)
		switch p.Name {
		case "level":
			if text(n.Role) == "heading" {
				out.WriteString(" " + v)
			}
		case "roledescription", "invalid", "live":
			if v != "" && v != "false" && v != "off" && v != text(n.Value) {
				out.WriteString(" [" + string(p.Name) + " " + v + "]")
			}
		case "checked", "expanded", "pressed":
			out.WriteString(" [" + string(p.Name) + " " + v + "]")
		case "disabled", "required", "modal":
			if v == "true" {
				out.WriteString(" [" + string(p.Name) + "]")
			}
		}
	}
	return out.String()
}

// untrimmed is a value that is text, as it is: a space at its end parts words.
func untrimmed(v *accessibility.Value) string {
	var s string
	if v == nil || json.Unmarshal(v.Value, &s) != nil {
		return ""
	}
	return s
}

// text is the value as it is spoken, on one line.
func text(v *accessibility.Value) string {
	if v == nil {
		return ""
	}
	var x any
	if err := json.Unmarshal(v.Value, &x); err != nil {
		return ""
	}
	if s, ok := x.(string); ok {
		return strings.Join(strings.Fields(s), " ")
	}
	return strings.TrimSpace(string(v.Value))
}
