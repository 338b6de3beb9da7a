// Lossline for scripts: the engine of the site, with JSON in and JSON out.
//
//	<script src="https://…/lossline.js"></script>      or, under Node:
//	const lossline = require("./dist/lossline.js");
//
//	const ll = await lossline.load();                  // or load("https://…/"), the site's address
//	const plan = await ll.plan({ set: "besiroglu2024.1", budget: 5.76e23 });
//	plan.N, plan.D, plan.loss.value                    // 7.22e10, 1.33e12, 1.974
//	ll.close();
//
// What goes in and what comes out is that of package app/job, whose documentation
// has an example of every kind: read, fit, bootstrap, profile, backtest, compare,
// next, predict, plan, transfer, shape. An answer that is an error is thrown, with
// its code, row and column. The work is done in a worker: nothing is sent anywhere.
"use strict";
(() => {
  // What the writer of the site puts here: addresses from its root.
  const site = {"wasm": "", "exec": "", "worker": "", "data": {}};

  const node = typeof process === "object" && !!process.versions?.node && typeof window === "undefined";
  const home = node ? (typeof __dirname === "string" ? require("node:url").pathToFileURL(__dirname + "/").href : "")
    : document.currentScript ? new URL("./", document.currentScript.src).href : "";

  // Under Node a worker has no postMessage and importScripts of its own.
  const shim = `const { parentPort, workerData } = require("node:worker_threads");
    globalThis.self = globalThis;
    globalThis.postMessage = (m, transfer) => parentPort.postMessage(m, transfer);
    globalThis.importScripts = () => {};
    parentPort.on("message", (data) => globalThis.onmessage({ data }));
    for (const name of ["crypto", "performance", "TextEncoder", "TextDecoder"]) globalThis[name] ??= require({ crypto: "node:crypto", performance: "node:perf_hooks" }[name] ?? "node:util")[name];
  `;

  async function bytes(url) {
    if (node && url.startsWith("file:")) return require("node:fs/promises").readFile(require("node:url").fileURLToPath(url));
    const response = await fetch(url);
    if (!response.ok) throw new Error(`lossline: ${url} answers ${response.status}`);
    const body = await response.arrayBuffer();
    // The name has the beginning of the file's hash; without encryption a browser has no subtle.
    const sum = /\.([0-9a-f]{10})\.\w+$/.exec(url)?.[1];
    if (!sum || !globalThis.crypto?.subtle) return body;
    const hash = Array.from(new Uint8Array(await crypto.subtle.digest("SHA-256", body)), (b) => b.toString(16).padStart(2, "0"));
    if (!hash.join("").startsWith(sum)) throw new Error(`lossline: ${url} is another file than the one of this version`);
    return body;
  }

  const text = async (url) => new TextDecoder().decode(await bytes(url));

  // Starts a worker from its sources: one by address would have to be of the same
  // site as the page.
  function start(source, hear) {
    if (node) {
      const { Worker } = require("node:worker_threads");
      const worker = new Worker(shim + source, { eval: true });
      worker.on("message", hear);
      worker.on("error", (e) => hear({ kind: "died", error: String(e) }));
      worker.on("exit", () => hear({ kind: "died", error: "exit" }));
      worker.unref(); // does not keep the program running
      return { post: (m) => { worker.ref(); worker.postMessage(m); }, rest: () => worker.unref(), end: () => worker.terminate() };
    }
    const at = URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
    const worker = new Worker(at);
    URL.revokeObjectURL(at);
    worker.onmessage = ({ data }) => hear(data);
    worker.onerror = (e) => { e.preventDefault(); hear({ kind: "died", error: e.message || "the worker did not start" }); };
    return { post: (m) => worker.postMessage(m), rest() {}, end: () => worker.terminate() };
  }

  class Engine {
    #worker; #base; #waiting = []; #died = null; #put = new Map(); #last = Promise.resolve();

    constructor(base, worker) { this.#base = base; this.#worker = worker; }

    // The engine at the address of a site of Lossline.
    static async at(base) {
      const [exec, worker, binary] = await Promise.all([text(base + site.exec), text(base + site.worker), bytes(base + site.wasm)]);
      const module = await WebAssembly.compile(binary);
      let engine, ready, failed;
      const up = new Promise((resolve, reject) => { ready = resolve; failed = reject; });
      const hear = (m) => {
        if (m.kind === "ready") ready(); else if (m.kind === "died") failed(new Error("lossline: " + m.error));
        engine?.#hear(m);
      };
      const self = start(exec + "\nself.importScripts = () => {};\n" + worker, hear);
      self.post({ exec: "", module });
      await up;
      engine = new Engine(base, self);
      self.rest();
      return engine;
    }

    #hear(m) {
      if (m.kind === "died") {
        this.#died = new Error("lossline: the worker ended: " + m.error);
        for (const w of this.#waiting.splice(0)) w.reject(this.#died);
      } else if (m.kind === "progress") {
        this.#waiting[0]?.progress?.(m.done, m.total);
      } else if (m.kind === "reply") {
        const w = this.#waiting.shift();
        const reply = JSON.parse(m.reply);
        if (m.samples) reply.samples = Array.from(new Float64Array(m.samples));
        if (!this.#waiting.length) this.#worker.rest();
        if (!reply.error) { w.resolve(reply); return; }
        w.reject(Object.assign(new Error(reply.error.message || [reply.error.code, ...(reply.error.args ?? [])].join(" ")), reply.error));
      }
    }

    // Answers a request of package app/job. Requests wait for each other.
    run(request, progress) {
      const done = this.#last.then(() => this.#run(request, progress));
      this.#last = done.catch(() => {});
      return done;
    }

    async #run(request, progress) {
      if (Object.hasOwn(site.data, request.data ?? "") && !this.#put.has(request.data)) {
        this.put(request.data, await text(this.#base + site.data[request.data]));
      }
      if (this.#died) throw this.#died;
      return new Promise((resolve, reject) => {
        this.#waiting.push({ resolve, reject, progress });
        const { parts, ...rest } = request;
        this.#worker.post({ kind: "do", request: JSON.stringify(rest), parts: (parts ?? []).map((p) => Float64Array.from(p).buffer) });
      });
    }

    // Gives a table a name by which requests find it: { data: name }.
    put(name, table) {
      if (this.#died) throw this.#died;
      this.#put.set(name, true);
      this.#worker.post({ kind: "put", id: name, text: new Blob([table]) });
      if (!this.#waiting.length) this.#worker.rest();
    }

    // The IDs of the data sets that come with the site.
    get dataSets() { return Object.keys(site.data); }

    close() {
      this.#died ??= new Error("lossline: closed");
      for (const w of this.#waiting.splice(0)) w.reject(this.#died);
      this.#worker.end();
    }

    async #ask(op, request, progress) { return (await this.run({ ...request, op }, progress))[op === "bootstrap" ? "samples" : op]; }

    read(request) { return this.#ask("read", request); }
    fit(request, progress) { return this.#ask("fit", request, progress); }
    bootstrap(request, progress) { return this.#ask("bootstrap", request, progress); }
    profile(request, progress) { return this.#ask("profile", request, progress); }
    backtest(request, progress) { return this.#ask("backtest", request, progress); }
    compare(request, progress) { return this.#ask("compare", request, progress); }
    next(request, progress) { return this.#ask("next", request, progress); }
    predict(request) { return this.#ask("predict", request); }
    plan(request) { return this.#ask("plan", request); }
    transfer(request) { return this.#ask("transfer", { transfer: request }); }
    shape(request) { return this.#ask("shape", { shape: request }); }
  }

  const api = {
    load(url = home) {
      if (!url) throw new Error("lossline: load() needs the address of the site, since a module does not know its own");
      return Engine.at(new URL(url.endsWith("/") ? url : url + "/", node ? undefined : document.baseURI).href);
    },
  };
  if (typeof module === "object" && module.exports) module.exports = api;
  else globalThis.lossline = { ...globalThis.lossline, ...api };
})();
