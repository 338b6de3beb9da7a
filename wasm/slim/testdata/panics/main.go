//go:build js

// Command panics ends functions by panics of every kind and recovers, then says what it saw: a test runs it after slim
// has rewritten it.
package main

import (
	"errors"
	"fmt"
	"runtime"
	"runtime/debug"
	"strings"
	"syscall/js"
)

type tree struct{ left *tree }

//go:noinline
func deep(n int, f func()) {
	if n == 0 {
		f()
		return
	}
	defer func() {
		if e := recover(); e != nil { // on the way up each level panics again
			panic(fmt.Sprint(e, "<", n))
		}
	}()
	deep(n-1, f)
}

// caught returns what f panicked with.
func caught(f func()) (said string) {
	defer func() {
		e := recover()
		said = fmt.Sprint(e)
		if err, ok := e.(runtime.Error); ok {
			said = "runtime: " + err.Error()
		}
	}()
	f()
	return "nothing"
}

func main() {
	var none *tree
	var table []int
	var words map[string]int
	var any any = "text"
	zero := len(table)
	all := []string{
		caught(func() { panic("plain") }),
		caught(func() { panic(errors.New("an error")) }),
		caught(func() { _ = none.left.left }),
		caught(func() { _ = table[zero+3] }),
		caught(func() { words["a"] = 1 }),
		caught(func() { _ = any.(int) }),
		caught(func() { _ = 1 / zero }),
		caught(func() { deep(3, func() { panic("deep") }) }),
		caught(func() { js.Global().Call("throws") }),
	}
	done := make(chan string)
	go func() { done <- caught(func() { runtime.Gosched(); panic("in a goroutine") }) }()
	all = append(all, <-done)
	runtime.GC()
	stack := string(debug.Stack())
	all = append(all, fmt.Sprint(strings.Contains(stack, "main.main")), fmt.Sprint(strings.Contains(stack, "runtime/debug.Stack")))
	js.Global().Set("said", strings.Join(all, "\n"))
	deep(2, func() { panic("the end") })
}
