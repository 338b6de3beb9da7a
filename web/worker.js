// A worker of Lossline: runs the engine that the page has compiled.
"use strict";
self.onmessage = async ({ data }) => {
  try {
    importScripts(data.exec);
    const go = new Go();
    go.argv = ["lossline", "worker"];
    await go.run(await WebAssembly.instantiate(data.module, go.importObject));
    self.postMessage({ kind: "died", error: "exit" });
  } catch (e) {
    self.postMessage({ kind: "died", error: String(e) });
  }
};
