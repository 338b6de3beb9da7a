// Starts Lossline: fetches and compiles the binary while the static page is
// read, and hands the page over when the app has drawn the same thing.
"use strict";
(() => {
  const here = document.currentScript;
  const root = document.documentElement;
  const base = new URL(here.dataset.root, location.href.split("#")[0]);
  const at = (path) => new URL(path, base).href;

  // What the writer of the site puts here: addresses from its root.
  const site = {"worker": "", "engine": "", "exec": "", "offline": "", "data": {}, "words": {}, "version": ""};

  // What there is instead in the offline copy, which has no other files, and in an
  // embedded figure, which says when to start and keeps nothing.
  const copy = window.losslineCopy;
  const embedded = copy?.mode === "embed";
  const trouble = losslineTrouble(site, base, embedded);
  losslineGuard.storage(embedded);

  // The address changes without a load: what is relative to it must not follow.
  for (const link of document.querySelectorAll("link[href]")) link.href = link.href;

  // A menu that drops over the page closes when something else is pressed.
  addEventListener("pointerdown", (e) => {
    for (const menu of document.querySelectorAll(".drops[open]")) if (!menu.contains(e.target)) menu.open = false;
  });

  // Storage may be full; nothing here depends on it.
  const remember = (k, v) => { try { localStorage.setItem(k, v); } catch { /* not remembered */ } };

  let compiled = null; // the engine, or the promise of it
  let unpacked = null; // what the copy had inside

  // Fetches a binary, as what WebAssembly compiles while it arrives whatever the
  // host calls it. A host that sends it as it is, is asked for the packed file
  // beside it, which is a fifth of the bytes and unpacked here. What comes is heard.
  async function binary(url, hear, init) {
    const stop = new AbortController();
    init?.signal?.addEventListener("abort", () => stop.abort());
    let response = await fetch(url, { ...init, signal: stop.signal });
    if (!response.ok) throw new Error(url + ": " + response.status);
    let unpack = false;
    if (sentPlain(response)) {
      stop.abort();
      response = await fetch(url + ".gz", init).catch(() => ({}));
      unpack = response.ok && !response.headers.get("content-encoding"); // else the browser did
      if (!response.ok) response = await fetch(url, init);
    }
    hear();
    // A browser remembers what it compiled of an answer that it fetched itself.
    if (!unpack && arrived(url) && response.headers.get("content-type") === "application/wasm") return response;
    let body = response.body.pipeThrough(new TransformStream({ transform(part, to) { hear(); to.enqueue(part); } }));
    if (unpack) body = body.pipeThrough(new DecompressionStream("gzip"));
    return new Response(body, { headers: { "Content-Type": "application/wasm" } });
  }

  // arrived tells whether all of a file is on this machine.
  const arrived = (url) => !!controller() || performance.getEntriesByName(url).some((e) => e.responseEnd > 0);

  const controller = () => { try { return navigator.serviceWorker?.controller; } catch { return null; } };

  // runs tells whether programs may run here at all.
  const runs = () => { try { return !!new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0)); } catch { return false; } };

  const isDamage = (e) => e instanceof WebAssembly.CompileError || e instanceof WebAssembly.LinkError;

  // sound does what compiles a binary, and once more if the binary is found damaged:
  // fetched anew.
  async function sound(compile) {
    try { return await compile(); } catch (e) {
      if (!runs() || !isDamage(e)) throw e;
      await trouble.repair();
      return compile({ cache: "reload" });
    }
  }

  // within does work on the network that ends if nothing comes for ten seconds.
  function within(work) {
    const stop = new AbortController();
    return trouble.patient((hear) => work(hear, { signal: stop.signal }), () => stop.abort());
  }

  const compile = (url) => within((hear, init) => sound((more) => WebAssembly.compileStreaming(binary(url, hear, { ...init, ...more }))));

  // hashed tells whether a file is the one whose name has the beginning of its hash.
  async function hashed(url, blob) {
    const sum = /\.([0-9a-f]{10})\.\w+$/.exec(url)?.[1];
    if (!sum) return true; // came within a file
    const bytes = await blob.arrayBuffer();
    if (!window.crypto?.subtle) return losslineSum(new Uint8Array(bytes)).startsWith(sum);
    const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
    return Array.from(hash, (b) => b.toString(16).padStart(2, "0")).join("").startsWith(sum);
  }

  // sentPlain tells whether nothing was done to a file on its way. What is kept for
  // offline is here already; of other origins' answers it cannot be known.
  function sentPlain(response) {
    return response.type === "basic" && !response.headers.get("content-encoding") &&
      !controller() && typeof DecompressionStream === "function";
  }

  // deal does one thing with the database of runs; the next one waits for it, so that
  // what was asked last is what is left.
  let deals = Promise.resolve();
  async function deal(text) {
    const done = (r, event) => new Promise((good, bad) => { r[event] = () => good(r.result); r.onerror = r.onabort = () => bad(r.error); }); // what is blocked goes on when others have closed
    try {
      if (text === "") { await done(indexedDB.deleteDatabase("lossline"), "onsuccess"); return true; }
      const open = indexedDB.open("lossline", 1);
      open.onupgradeneeded = () => open.result.createObjectStore("runs");
      const db = await done(open, "onsuccess");
      try {
        const part = db.transaction("runs", text === undefined ? "readonly" : "readwrite");
        const ask = text === undefined ? part.objectStore("runs").get("own") : part.objectStore("runs").put(text, "own");
        await done(part, "oncomplete");
        return text === undefined ? ask.result ?? "" : true;
      } finally { db.close(); }
    } catch { return text === undefined ? "" : false; }
  }

  window.lossline = {
    base: base.href,

    // For app/worker: the scripts of a worker, the files of data sets by ID, the
    // compiled binary once there is one, and the tables that the workers were given last.
    worker: at(site.worker),
    exec: at(site.exec),
    data: Object.fromEntries(Object.entries(site.data).map(([id, path]) => [id, at(path)])),
    put: {},

    hideAddress: losslineGuard.hideAddress,
    address: losslineGuard.write,

    // Compiles the engine, which workers run, when the first of them is wanted.
    engine() {
      return compiled ??= (unpacked?.engine ? unpacked.engine() : compile(at(site.engine))).catch((e) => { compiled = null; throw e; });
    },

    // Resolves to the file of a data set, or to what is wrong in a word: the status
    // of the host, "changed" where it is another file, "gone" for all else.
    async file(id) {
      const url = window.lossline.data[id];
      const get = (cache) => within(async (hear, init) => {
        const response = await fetch(url, { ...init, cache });
        if (!response.ok) return String(response.status);
        const body = response.body.pipeThrough(new TransformStream({ transform(part, to) { hear(); to.enqueue(part); } }));
        const blob = await new Response(body).blob();
        return await hashed(url, blob) ? blob : "changed";
      }).catch(() => "gone");
      let got = await get("default");
      if (got === "changed") {
        await trouble.repair();
        got = await get("reload");
      }
      return got;
    },

    // Looks like a worker and runs the engine on the page, where there are none.
    standIn() {
      const heard = { message: [], error: [] };
      const tell = (name, event) => setTimeout(() => heard[name].forEach((f) => f(event)));
      const port = window.losslineEngine = { postMessage: (data) => tell("message", { data }) };
      return {
        addEventListener: (name, f) => (heard[name] ??= []).push(f),
        postMessage(data) {
          if (!data.module) return setTimeout(() => port.onmessage({ data }));
          const go = new Go();
          go.argv = ["lossline", "worker"];
          WebAssembly.instantiate(data.module, go.importObject).then((i) => go.run(i))
            .then(() => { throw new Error("exit"); }).catch((e) => tell("message", { data: { kind: "died", error: String(e) } }));
        },
        terminate() { heard.message.length = 0; },
      };
    },

    // What the app keeps in this browser: "" where nothing is, or may be, kept.
    keep: remember,
    kept(k) { try { return localStorage.getItem(k) || ""; } catch { return ""; } },

    // Keeps a text of runs in this browser's database, or deletes it where it is "",
    // and resolves to whether it did; without a text resolves to the one that is kept.
    runs(text) { return deals = deals.then(() => deal(text)); },

    theme(v) {
      if (v === "auto") delete root.dataset.theme; else root.dataset.theme = v;
      remember("lossline.theme", v);
    },

    // The app calls this once it has drawn itself, hidden, before the static
    // page. Both look alike, so the swap must only carry over what the reader
    // did meanwhile: typed text, focus, open details, scroll.
    live() {
      const old = document.getElementById("static");
      const app = document.getElementById("live");
      if (!old || !app) return;
      trouble.calm();
      const focus = old.contains(document.activeElement) ? document.activeElement : null;
      const caret = focus && focus.type === "text" ? [focus.selectionStart, focus.selectionEnd] : null;
      const edits = [...old.querySelectorAll("input[type=text]")]
        .filter((i) => i.id && i.value !== i.defaultValue).map((i) => [i.id, i.value]);
      const open = [...old.querySelectorAll("details[open]")].map((d) => d.id).filter(Boolean);
      const sheet = old.querySelector("#sheet:checked");
      const y = scrollY;
      old.remove();
      app.hidden = false;
      root.classList.remove("pending");
      if (sheet) app.querySelector("#sheet").checked = true;
      for (const id of open) { const d = document.getElementById(id); if (d) d.open = true; }
      for (const [id, v] of edits) {
        const i = document.getElementById(id);
        if (i) { i.value = v; i.dispatchEvent(new Event("input", { bubbles: true })); }
      }
      const next = focus && focus.id && document.getElementById(focus.id);
      if (next) { next.focus({ preventScroll: true }); if (caret) next.setSelectionRange(...caret); }
      if (scrollY !== y) scrollTo(0, y);
      root.dataset.live = "1";
      alive();
      (window.requestIdleCallback ?? setTimeout)(keep);
    },

    // Resolves to true where the text reached the clipboard.
    async copy(id) {
      const field = document.getElementById(id);
      try { await navigator.clipboard.writeText(field.value); return true; } catch { /* refused */ }
      field.focus();
      field.select();
      try { return document.execCommand("copy"); } catch { return false; }
    },
  };

  // keep has a service worker keep the site: not from within somebody else's
  // page, and not where there are no service workers or nothing may be kept.
  function keep() {
    if (copy || losslineGuard.blocked || window !== window.top || !("serviceWorker" in navigator)) return;
    const script = document.createElement("script");
    script.src = at(site.offline);
    document.head.append(script);
  }

  // turn lets the browser answer before what comes next.
  const turn = () => new Promise((next) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = next;
    port2.postMessage(0);
  });

  let alive = () => {}; // ends the waiting

  async function start(hear) {
    const go = new Go();
    go.argv = ["lossline", copy?.mode ?? "page"];
    let instance;
    if (copy) {
      unpacked = await copy.unpack((url) => sound((init) => WebAssembly.compileStreaming(binary(url, hear, init))), hear);
      const { module, engine, ...site } = unpacked;
      Object.assign(window.lossline, site);
      instance = await WebAssembly.instantiate(module, go.importObject);
    } else {
      const url = new URL(here.dataset.wasm, base).href;
      instance = (await sound((init) => WebAssembly.instantiateStreaming(binary(url, hear, init), go.importObject))).instance;
      await turn();
    }
    losslineGuard.run(go, instance, (said) => {
      alive();
      trouble.tell("stopped", said);
    });
  }

  // Without the app the page stays as it was read; what a link asked for is not on it.
  const failed = (e) => {
    alive();
    const kind = !runs() ? "forbidden" : copy && !embedded ? "copyBroken" : isDamage(e) ? "damaged" : "unloaded";
    trouble.tell(kind, String(e));
    console.error(e);
  };
  // Where nothing comes for a while loading goes on: what is late is still welcome.
  const run = () => {
    trouble.calm(); // what was said while this script had not come
    trouble.patient((hear) => new Promise((done) => {
      alive = done;
      if (runs()) start(hear).catch(failed); else failed(new Error("no WebAssembly"));
    }), () => trouble.tell("silent"), trouble.calm);
  };
  if (copy?.when) copy.when(run, failed); else run();
})();
