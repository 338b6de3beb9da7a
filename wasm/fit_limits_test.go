//go:build browser

package main

import (
	"bytes"
	"compress/gzip"
	"encoding/base64"
	"strings"
	"testing"

	"lossline/app/text/languages"
	"lossline/engine/dataset"
	"lossline/wasm/browsertest"
)

// dropMade lets go of a file over the page that an expression of JavaScript makes.
func dropMade(p *browsertest.Page, js string) {
	browsertest.Eval[bool](p, `(() => {
		const data = new DataTransfer();
		data.items.add(`+js+`);
		document.body.dispatchEvent(new DragEvent("drop", {dataTransfer: data, bubbles: true, cancelable: true}));
		return true;
	})()`)
}

// A file that is larger than any that is used is not read, and the page says so; a
// workbook is named; a table packed with gzip is fitted.
func TestFilesBeyondLimits(t *testing.T) {
	t.Parallel()
	site := hosted(t, hostOptions{})
	var z bytes.Buffer
	w := gzip.NewWriter(&z)
	if _, err := w.Write([]byte(strings.NewReplacer("\nr10;", "\n#").Replace(messy()))); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	for _, b := range browsertest.Browsers {
		t.Run(b.Name, func(t *testing.T) {
			t.Parallel()
			p := b.Open(t, browsertest.Screen{})
			p.Open(site + "zh/fit/")
			p.WaitLive()
			browsertest.Eval[bool](p, `(() => {
				const read = Blob.prototype.arrayBuffer;
				window.reads = 0;
				Blob.prototype.arrayBuffer = function () { if (this instanceof File) reads++; return read.call(this); };
				return true;
			})()`)
			zh := languages.In(languages.Chinese)
			dropMade(p, `new File(Array(65).fill(new Uint8Array(1 << 20)), "runs.csv")`)
			p.WaitFor(`[...document.querySelectorAll(".drop .error")].some((e) => e.textContent === ` + quoted(zh.FileError(dataset.CodeTooBig)) + `)`)
			if n := browsertest.Eval[int](p, `reads`); n != 0 {
				t.Errorf("it was read %d times", n)
			}
			dropMade(p, `new File(["PK\x03\x04[Content_Types].xml xl/workbook.xml"], "runs.xlsx")`)
			p.WaitFor(`document.querySelector("#read-error")?.textContent.startsWith("XLSX ")`)
			dropMade(p, `new File([Uint8Array.from(atob(`+quoted(base64.StdEncoding.EncodeToString(z.Bytes()))+`), (c) => c.charCodeAt(0))], "runs.csv.gz")`)
			p.WaitFor(`document.querySelectorAll("#fit-map #fit-preview tr").length > 5`)
		})
	}
}
