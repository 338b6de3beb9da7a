// In the offline copy, which is one file: takes out of it what the site has in
// files of their own. Elements hold gzip in base64; a worker starts from a blob,
// because a page that was opened from disk may not open another file.
"use strict";
{
  // What the writer of the site puts here: the folders of languages.
  const site = {"folders": {"en": ""}};
  const folder = site.folders[(navigator.language ?? "").split("-")[0].toLowerCase()];
  if (folder && location.hash.length < 2) history.replaceState(null, "", "#" + folder);
}
window.losslineCopy = {
  async unpack() {
    const text = (id) => document.getElementById(id).textContent;
    const unzip = (id) => {
      const raw = atob(text(id));
      const bytes = new Uint8Array(raw.length);
      for (let i = 0; i < raw.length; i++) bytes[i] = raw.charCodeAt(i);
      return new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
    };
    const data = {};
    const at = {};
    for (const [id, element] of Object.entries(JSON.parse(text("copy-data")))) {
      at[element] ??= URL.createObjectURL(await new Response(unzip(element)).blob());
      data[id] = at[element];
    }
    const worker = [text("copy-exec"), "\nself.importScripts = () => {};\n", text("copy-worker")];
    const compile = (id) => WebAssembly.compileStreaming(new Response(unzip(id), { headers: { "content-type": "application/wasm" } }));
    return {
      single: true,
      home: text("copy-home"),
      data,
      worker: URL.createObjectURL(new Blob(worker, { type: "text/javascript" })),
      module: await compile("copy-binary"),
      engine: () => compile("copy-engine"),
    };
  },
};
