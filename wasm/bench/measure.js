"use strict";
const go = new Go();
WebAssembly.instantiateStreaming(fetch("bench.wasm"), go.importObject).then(({ instance }) => go.run(instance));

const host = document.getElementById("figure");
const slider = document.getElementById("slider");

// afterFrame calls f when the frame that is being made has been painted: a message
// that is posted within a frame arrives after it.
const channel = new MessageChannel();
let whenPainted = null;
channel.port1.onmessage = () => { const f = whenPainted; whenPainted = null; f(); };
function afterFrame(f) { whenPainted = f; channel.port2.postMessage(0); }

// Drags the slider for n steps, one a frame, beginning at a step. Returns
// milliseconds: from each input event to the picture being in the page (or on the
// canvas), from it to the frame being painted, and between frames.
async function measure(name, first, n) {
  const way = ways[name];
  await way.begin(host);
  const out = { Done: [], Painted: [], Frames: [] };
  let before = 0;
  await new Promise((resolve, reject) => {
    let event = 0, step = first;
    slider.oninput = async () => {
      try { await way.draw(host, +slider.value); } catch (e) { return reject(e); }
      out.Done.push(performance.now() - event);
      afterFrame(() => {
        out.Painted.push(performance.now() - event);
        if (++step < first + n) requestAnimationFrame(move); else resolve();
      });
    };
    function move(now) {
      if (before) out.Frames.push(now - before);
      before = now;
      slider.value = step;
      event = performance.now();
      slider.dispatchEvent(new Event("input"));
    }
    requestAnimationFrame(move);
  });
  slider.oninput = null;
  await way.end(host);
  return out;
}

// Draws n points for the first time: milliseconds until they are painted.
async function firstDraw(name, n) {
  host.replaceChildren();
  const place = document.createElement("div");
  if (name === "ours") place.id = "many";
  host.append(place);
  let trouble = "", draw = () => {};
  try { draw = firsts[name](place, n); } catch (e) { trouble = e.message; }
  await new Promise((then) => requestAnimationFrame(then));
  const from = await new Promise((then) => requestAnimationFrame(() => then(performance.now())));
  try { await draw(); } catch (e) { trouble = e.message; }
  const took = await new Promise((then) => requestAnimationFrame(() => afterFrame(() => then(performance.now() - from))));
  if (name.startsWith("scatter")) Plotly.purge(place);
  host.replaceChildren();
  return { Took: took, Trouble: trouble };
}
