// Says that Lossline did not load, is silent or has stopped, over whatever part of
// the page is looked at: what still works, and what can be done.
"use strict";
const losslineTrouble = (site, base, embedded) => {
  const root = document.documentElement;
  const words = () => site.words[root.lang] ?? site.words.en;
  const controls = ":is(input, select, textarea, button):not(:disabled, [readonly])";

  // numb has what nothing would answer look so.
  function numb() {
    for (const e of document.querySelectorAll(`:is(#static, #live) ${controls}`)) {
      e.disabled = true;
      e.dataset.numb = "";
    }
  }

  // calm takes back what was said, since there is an answer after all.
  function calm() {
    const box = document.getElementById("trouble");
    if (box) box.hidden = true;
    if (embedded) root.classList.remove("broken");
    for (const e of document.querySelectorAll("[data-numb]")) {
      e.disabled = false;
      delete e.dataset.numb;
    }
  }

  const make = (tag, textContent, more) => Object.assign(document.createElement(tag), { textContent, ...more });
  const button = (id, text, onclick) => make("button", text, { id: "trouble-" + id, type: "button", onclick });

  // tell says what has happened: a kind is the name of its words. The page of an
  // embedded figure has notes of its own for a program that does not come.
  function tell(kind, message) {
    const w = words(), live = root.dataset.live === "1", runs = window.lossline?.put?.own;
    numb();
    if (kind !== "silent") root.classList.remove("pending");
    if (embedded && !live) root.classList.add("broken");
    else if (!live && kind !== "silent" && location.hash.length > 1) root.classList.add("unopened");
    if (embedded && kind !== "stopped") return;
    let box = document.getElementById("trouble");
    if (!box) {
      box = make("div", "", { id: "trouble", className: "trouble" });
      box.setAttribute("role", "alert");
      document.body.append(box);
    }
    const said = make("p", "");
    said.append(make("strong", w[kind]), " " + (live ? w.kept : w.readable) + (runs?.size ? " " + w.runsHere : ""));
    const row = make("p", "", { className: "row" });
    row.append(button("retry", live ? w.reload : w.retry, again));
    if (runs?.size) row.append(button("save", w.save, () => save(runs)));
    if (kind === "stopped") row.append(make("a", w.fresh, { id: "trouble-fresh", href: location.pathname + location.search }));
    if (!embedded && !window.losslineCopy) row.append(make("a", w.copy, { href: new URL("lossline.html", base).href, download: "lossline.html" }));
    box.replaceChildren(said, row);
    if (message) box.append(report(w, kind, message));
    box.hidden = false;
  }

  // report is what may be sent to the makers: no runs are in it.
  function report(w, kind, message) {
    const link = losslineGuard.href;
    const bare = link.replace(/([#&])rows=[^&]*&?/, "$1");
    const text = make("textarea", "", { id: "trouble-report", readOnly: true, rows: 6 });
    text.value = [`Lossline ${site.version}, ${kind}`, navigator.userAgent, bare === link ? link : bare.replace(/&z=[^&]*$|&$/, ""), message].join("\n");
    text.setAttribute("aria-label", w.report);
    const said = make("span", "");
    said.setAttribute("role", "status");
    const fold = make("details", "");
    fold.append(make("summary", w.report), text, button("copy", w.copyReport, async () => {
      try { await navigator.clipboard.writeText(text.value); said.textContent = w.copied; } catch {
        text.select();
        said.textContent = w.copyFailed;
      }
    }), " ", said);
    return fold;
  }

  function save(runs) {
    const href = URL.createObjectURL(runs);
    const a = make("a", "", { href, download: runs.name || "lossline-runs.csv" });
    document.body.append(a);
    a.click();
    a.remove();
  }

  // repair has the service worker check what it keeps, and fetch again what is
  // damaged.
  function repair() {
    let worker = null;
    try { worker = navigator.serviceWorker?.controller; } catch { /* a frame without an origin */ }
    if (!worker) return null;
    return new Promise((done) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = done;
      setTimeout(done, 10_000);
      worker.postMessage("repair", [port2]);
    });
  }

  // again loads the page once more, at the address that it should have.
  async function again() {
    await repair();
    const { href } = losslineGuard;
    if (href !== location.href) try { history.replaceState(null, "", href); } catch { location.href = href; }
    location.reload();
  }

  // patient does work until it has been silent for ten seconds, which silent is told;
  // work calls what it is given whenever something comes. Seconds in which the page
  // sleeps, or is kept busy, do not count.
  async function patient(work, silent, heard) {
    let quiet = 0;
    const clock = setInterval(() => { if (++quiet === 10) silent(); }, 1000);
    try {
      return await work(() => {
        if (quiet >= 10) heard?.();
        quiet = 0;
      });
    } finally {
      clearInterval(clock);
    }
  }

  return { tell, calm, repair, patient };
};
