// First in the page of an embedded figure: what its address asks for, its height
// for the page around it, and when the binary is fetched. Such a page stands in
// frames without storage, without an origin, on hosts that give files to nobody
// else's pages, and on disks: scripts are all that may be loaded everywhere.
"use strict";
(() => {
  const root = document.documentElement;
  const here = { figure: root.dataset.figure, lang: root.lang };

  // What the writer of the site puts here: addresses from its root, and the folders of
  // languages by the first part of their tags.
  const site = {"wasm": "", "exec": "", "carrier": "", "data": "", "folders": {"en": ""}};

  // The parameters of the frame stand beside the state of a link.
  const names = ["theme", "lang", "controls", "table", "hide", "docusaurus-theme"];
  const own = {};
  const state = [];
  const take = (text, rest) => {
    for (const part of text.slice(1).split("&")) {
      const pair = part.replace(/^(amp;)+|^\?secret=.*/, "");
      const [key, value = ""] = pair.split("=");
      if (names.includes(key)) own[key] = value; else if (pair) rest.push(pair);
    }
  };
  take(location.search, []);
  // WordPress appends a hash of its own, and editors escape the &.
  take("#" + location.hash.replace(/&#(0*38|x0*26);/gi, "&").replace(/^#+/, "").split("#")[0], state);
  const asked = { ...here, state: state.join("&"), controls: own.controls !== "none" };
  const primary = (tag) => tag.split(/[-_]/)[0].toLowerCase();
  if (Object.hasOwn(site.folders, primary(own.lang ?? ""))) asked.lang = own.lang;
  const other = primary(asked.lang) !== primary(here.lang);
  const theme = own.theme ?? own["docusaurus-theme"];
  if (theme === "light" || theme === "dark") root.dataset.theme = theme;
  // A frame as narrow as a phone has room for these only where they are asked for.
  if (own.controls && asked.controls) root.classList.add("with-controls");
  if (own.table === "1") root.classList.add("with-data");
  if (!asked.controls) root.classList.add("hide-controls");
  if (own.table === "0") root.classList.add("hide-data");
  for (const part of ["subtitle", "data", "controls"]) {
    if ((own.hide ?? "").split(",").includes(part)) root.classList.add("hide-" + part);
  }
  if (asked.state) root.classList.add("asked");
  if (asked.state || other) root.classList.add("pending");

  const at = (path) => new URL(path, window.lossline.base).href;

  const load = (path) => new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = at(path);
    script.onload = resolve;
    script.onerror = () => reject(new Error("did not load " + path));
    document.head.append(script);
  });

  const unzip = (text) => {
    const raw = atob(text);
    const bytes = new Uint8Array(raw.length);
    for (let i = 0; i < raw.length; i++) bytes[i] = raw.charCodeAt(i);
    return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).arrayBuffer();
  };

  // Where files may be fetched that is the least; else a script carries them.

  // Nothing is heard of a script while it comes, so that there is patience with it.
  async function carried(hear) {
    const carried = window.losslineCarried = {};
    const slow = setInterval(hear, 5000);
    setTimeout(() => clearInterval(slow), 60_000);
    await load(site.carrier);
    const out = { worker: URL.createObjectURL(new Blob([carried.worker], { type: "text/javascript" })), data: {} };
    if (here.figure === "fit") {
      await load(site.data);
      const engine = carried.engine;
      out.engine = async () => WebAssembly.compile(await unzip(engine));
      const files = {};
      for (const [id, name] of Object.entries(carried.of)) {
        files[name] ??= URL.createObjectURL(new Blob([await unzip(carried.files[name])]));
        out.data[id] = files[name];
      }
    }
    out.module = await WebAssembly.compile(await unzip(carried.binary));
    clearInterval(slow);
    delete window.losslineCarried;
    return out;
  }

  async function unpack(compile, hear) {
    let got;
    if (self.origin !== "null") got = await compile(at(site.wasm)).then((module) => ({ module }), () => null);
    return { ...(got ?? await carried(hear)), embed: asked };
  }

  // The binary comes when the reader touches what it would change, or at once
  // where the address asks for other numbers than the page has.
  function when(start, failed) {
    const open = document.getElementById("open");
    const to = new URL(open.href);
    if (asked.state) to.hash = asked.state;
    if (to.protocol === "file:") { // no folders with pages there: the offline copy
      const folder = site.folders[primary(here.lang)];
      if (folder) to.hash = "#" + folder + "&" + to.hash.slice(1);
      to.pathname = new URL("lossline.html", window.lossline.base).pathname;
    }
    open.href = to.href;
    if (own.table === "1") document.querySelector("#static details").open = true;
    height();
    let begun = false;
    const begin = () => {
      if (begun) return;
      begun = true;
      const late = setTimeout(failed, 10_000, new Error("did not load " + site.exec));
      load(site.exec).then(() => { clearTimeout(late); start(); }).catch(failed);
    };
    if (asked.state || other) { begin(); return; }
    const touched = (e) => { if (!e.target.closest("a, details")) begin(); };
    for (const kind of ["pointerdown", "focusin", "input"]) document.getElementById("static").addEventListener(kind, touched);
  }

  function height() {
    if (parent === window) return;
    let last = 0;
    const tell = () => {
      const now = Math.ceil(document.body.getBoundingClientRect().height);
      if (now !== last) parent.postMessage({ type: "lossline:height", v: 1, height: last = now }, "*");
    };
    new ResizeObserver(tell).observe(document.body);
  }

  window.losslineCopy = { mode: "embed", when, unpack };
})();
