// What the program stands on and a browser may refuse: storage, the address, the
// history. Nothing that it refuses ends the program, and an end is noticed.
"use strict";
const losslineGuard = (() => {
  let blocked = false; // by the reader's settings, as all that sites may keep then is

  // Gives the page storage that works: one in memory where nothing may be kept, and
  // where the browser's own is blocked, missing or full. What is Lossline's in one
  // that is full can still be read.
  function storage(never) {
    for (const name of ["localStorage", "sessionStorage"]) {
      const kept = new Map();
      try {
        blocked = true;
        const real = never ? {} : window[name];
        blocked = false;
        for (const k of Object.keys(real)) if (k.startsWith("lossline.")) kept.set(k, real.getItem(k));
        real.setItem("lossline.probe", "1");
        real.removeItem("lossline.probe");
        continue;
      } catch { /* memory it is */ }
      const value = {
        getItem: (k) => kept.get(k) ?? null, setItem: (k, v) => void kept.set(k, String(v)),
        removeItem: (k) => void kept.delete(k), clear: () => kept.clear(),
        key: (i) => [...kept.keys()][i] ?? null, get length() { return kept.size; },
      };
      try { Object.defineProperty(window, name, { value, configurable: true }); } catch { /* not ours to change */ }
    }
  }

  // Has what reads the address through the program read "/", until it is off again.
  const { get } = Reflect;
  function hideAddress(on) {
    Reflect.get = on ? (o, k, ...rest) => (o === location && k === "href" ? "/" : get(o, k, ...rest)) : get;
  }

  // Writes the address as history.replaceState or pushState does. Browsers limit how
  // often that may be: what they refuse is written later, unless the reader has gone
  // elsewhere.
  let late = null, tries = 0, timer = 0;
  function write(how, href) {
    clearTimeout(timer);
    if (late?.how === "pushState") how = "pushState";
    try {
      history[how](null, "", href);
      late = null;
      tries = 0;
    } catch {
      late = { how, href };
      if (tries++ < 20) timer = setTimeout(() => late && write(late.how, late.href), 1000);
      else tries = 0; // until the next change
    }
  }
  const moved = () => { late = null; };
  addEventListener("popstate", moved);
  addEventListener("hashchange", moved);

  // Runs a program, and calls ended with what it said last once it has ended: by
  // itself, or by an exception, after which it must not go on.
  function run(go, instance, ended) {
    let said = "", over = false;
    const text = new TextDecoder();
    const { fs } = globalThis, print = fs.writeSync;
    fs.writeSync = function (fd, bytes) {
      if (fd === 2) {
        const now = text.decode(bytes);
        said = (/^(panic|fatal error): /.test(now) ? now : said + now).slice(0, 4000);
      }
      return print.call(this, fd, bytes);
    };
    const end = (e) => {
      if (over) return;
      over = true;
      ended(said || String(e?.stack || e || "exit"));
    };
    const resume = go._resume;
    go._resume = function () {
      if (!over) try { resume.call(this); } catch (e) { console.error(e); end(e); }
      if (over) this._scheduledTimeouts.clear(); // it would be woken for them without end
    };
    go.run(instance).then(() => end(), end);
  }

  return { storage, hideAddress, write, run, get blocked() { return blocked; }, get href() { return late?.href ? new URL(late.href, location.href).href : location.href; } };
})();
