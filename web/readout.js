// Figures that answer: what the program reads at a place of a figure is drawn
// over it, for a pointer, a finger or keys. Nothing is done while none of these is
// in a figure, and at most one reading a frame.
"use strict";
(() => {
  const site = window.lossline;
  const ask = (el, what, x, y) => site.probe?.(el.id, what, x, y) ?? null;
  const figureAt = (node) => node instanceof Element ? node.closest(".plot.reads") : null;

  let now = null;     // the figure that is read: its elements, and by what
  let dismissed = null; // the figure that is not to be read again before it is left
  let waiting = null; // the last move of a pointer, until the next frame
  let began = null;   // the figure in which a finger or a button went down

  const make = (tag, name, text) => {
    const el = document.createElement(tag);
    if (name) el.className = name;
    if (text) el.textContent = text;
    return el;
  };
  const svg = (tag, attributes) => {
    const el = document.createElementNS("http://www.w3.org/2000/svg", tag);
    for (const [k, v] of Object.entries(attributes)) el.setAttribute(k, v);
    return el;
  };

  // The drawing of a figure, and how large it is on the page.
  const drawing = (el) => {
    const image = el.firstElementChild.firstElementChild;
    return { image, box: image.getBoundingClientRect(), wide: image.viewBox.baseVal.width, high: image.viewBox.baseVal.height };
  };

  function open(el, by) {
    close();
    const cross = svg("path", { class: "cross" });
    const ring = svg("circle", { r: 5 });
    const over = svg("svg", { class: "lf over", "aria-hidden": "true" });
    over.append(cross, ring);
    const box = make("div", "readout");
    el.append(over, box);
    now = { el, by, over, cross, ring, box };
  }

  function close() {
    if (!now) return;
    const { el, over, box } = now;
    now = null;
    over.remove();
    box.remove();
    ask(el, "leave");
  }

  function show(el, by, read, pointer) {
    if (!read) { if (now?.el === el) close(); return; }
    if (now?.el !== el) open(el, by);
    now.by = by;
    const { over, cross, ring, box } = now;
    const [x0, x1, y0, y1] = read.area;
    const { wide, high, box: at } = drawing(el);
    over.setAttribute("viewBox", `0 0 ${wide} ${high}`);
    cross.setAttribute("d", `M${read.x} ${y0}V${y1}M${x0} ${read.y}H${x1}`);
    ring.setAttribute("cx", read.x);
    ring.setAttribute("cy", read.y);
    ring.setAttribute("class", read.color);

    const name = make("p", "", read.series);
    const key = svg("svg", { class: "lf", viewBox: "0 0 14 10", "aria-hidden": "true" });
    key.append(svg("circle", { class: read.color, cx: 7, cy: 5, r: 4 }));
    name.prepend(key);
    const list = make("dl");
    for (const row of read.rows) {
      const shown = make("dd");
      row.values.forEach(([value, text], i) => {
        const data = make("data", "", text);
        data.value = value;
        data.dataset.quantity = "readout";
        shown.append(i ? "–" : "", data);
      });
      list.append(make("dt", "", row.label), shown);
    }
    box.replaceChildren(name, list);
    if (read.beyond) box.append(make("p", "beyond", read.beyond));
    const corner = el.getBoundingClientRect();
    place(box, el, read.x * at.width / wide, read.y * at.height / high, pointer && { x: pointer.x - corner.left, y: pointer.y - corner.top });
    settle(by);
    say(el, read.spoken);
  }

  // place puts the readout beside the point, within the figure: where it hides
  // neither the point nor what the pointer is over.
  const gap = 14;
  function place(box, el, x, y, pointer) {
    const w = box.offsetWidth, h = box.offsetHeight;
    const within = (v, size, room) => Math.max(0, Math.min(v, room - size));
    const hides = (at, p) => !!p && p.x > at.left - 8 && p.x < at.left + w + 8 && p.y > at.top - 8 && p.y < at.top + h + 8;
    let best = null, least = 9;
    for (const up of [y - gap - h, y + gap]) {
      for (const left of [x + gap, x - gap - w]) {
        const at = { left: within(left, w, el.clientWidth), top: within(up, h, el.clientHeight) };
        const bad = 2 * hides(at, { x, y }) + hides(at, pointer);
        if (bad < least) [best, least] = [at, bad];
      }
    }
    box.style.left = best.left + "px";
    box.style.top = best.top + "px";
  }

  // settle lets the pointer into the readout, to mark text in it, once it has
  // rested; until then the figure goes on below it.
  let rest = 0;
  function settle(by) {
    clearTimeout(rest);
    const { box } = now;
    box.classList.toggle("still", by !== "pointer");
    now.until = 0;
    rest = setTimeout(() => box.classList.add("still"), 350);
  }

  // bound reports whether the pointer is in a readout that has come to rest, or on
  // its way there.
  function bound(e) {
    if (!now?.box.classList.contains("still")) return false;
    if (e.target.closest(".readout")) return true;
    const r = now.box.getBoundingClientRect();
    const away = Math.hypot(Math.max(r.left - e.clientX, 0, e.clientX - r.right), Math.max(r.top - e.clientY, 0, e.clientY - r.bottom));
    if (!now.until) { now.until = performance.now() + 500; now.away = away; return true; }
    const nearer = away < now.away && performance.now() < now.until;
    now.away = away;
    return nearer;
  }

  // say tells ears, politely and at most twice a second: the last there is.
  let timer = 0, last = 0;
  const region = (el) => {
    let said = el.querySelector(":scope > [role=status]");
    if (!said) {
      said = make("div", "sr");
      said.setAttribute("role", "status");
      el.append(said);
    }
    return said;
  };
  function say(el, text) {
    const said = region(el);
    clearTimeout(timer);
    timer = setTimeout(() => { last = performance.now(); said.textContent = text; }, Math.max(100, last + 500 - performance.now()));
  }

  // A figure that is read was drawn anew.
  site.reread = (id) => {
    if (now?.el.id === id) show(now.el, now.by, ask(now.el, "again"));
    else ask({ id }, "leave");
  };

  function look() {
    const { el, x, y } = waiting ?? {};
    waiting = null;
    if (!el?.isConnected) return;
    const { box, wide, high } = drawing(el);
    show(el, "pointer", ask(el, "at", (x - box.left) * wide / box.width, (y - box.top) * high / box.height), { x, y });
  }

  function pointed(e, el) {
    if (!waiting) requestAnimationFrame(look);
    waiting = { el, x: e.clientX, y: e.clientY };
  }

  document.addEventListener("pointermove", (e) => {
    const el = figureAt(e.target);
    if (dismissed && dismissed !== el) dismissed = null;
    if (e.pointerType === "touch" || e.buttons) {
      if (began && began === el) pointed(e, el);
      return;
    }
    if (!el) { if (now?.by === "pointer") close(); return; }
    if (el !== dismissed && !bound(e)) pointed(e, el);
  }, { passive: true });

  document.addEventListener("pointerdown", (e) => {
    const el = figureAt(e.target);
    began = el && !e.target.closest(".readout") ? el : null;
    if (!el) { if (now?.by === "pointer") close(); return; }
    dismissed = null;
    if (!began || e.pointerType !== "touch") return;
    // What a finger taps is read first; a second tap on it may do more.
    const before = now?.el === el && now.box.textContent;
    look(waiting = { el, x: e.clientX, y: e.clientY });
    el.dataset.tap = now?.el === el && now.box.textContent === before ? "" : "1";
  }, { passive: true });
  document.addEventListener("click", () => { for (const el of document.querySelectorAll("[data-tap]")) delete el.dataset.tap; });
  document.documentElement.addEventListener("pointerleave", (e) => { if (e.pointerType !== "touch" && now?.by === "pointer") close(); });

  const steps = { ArrowLeft: "left", ArrowRight: "right", ArrowUp: "up", ArrowDown: "down", Home: "first", End: "last", PageUp: "back", PageDown: "ahead" };

  let told = false; // that there is help
  document.addEventListener("focusin", (e) => {
    const el = e.target;
    if (!el.matches(".plot.reads:focus-visible")) return;
    region(el);
    const read = ask(el, "stay");
    if (read && !told) read.spoken += " " + el.dataset.hint;
    told = true;
    show(el, "keys", read);
  });
  document.addEventListener("focusout", (e) => { if (now?.el === e.target && now.by === "keys") close(); });

  document.addEventListener("keydown", (e) => {
    if (e.ctrlKey || e.altKey || e.metaKey) return;
    if (e.key === "Escape") {
      if (now) { dismissed = now.el; close(); }
      return;
    }
    const el = e.target;
    if (!el.matches?.(".plot.reads")) return;
    const step = steps[e.key];
    if (step) show(el, "keys", ask(el, step));
    else if (e.key === "t") table(el);
    else if (e.key === "h" || e.key === "?") help(el);
    else if (e.key === "s") site.play(el.id);
    else return;
    e.preventDefault();
  });

  function help(el) {
    if (now?.el !== el) show(el, "keys", ask(el, "stay"));
    if (!now) return;
    now.box.replaceChildren(make("p", "keys", el.dataset.keys));
    place(now.box, el, 0, 0);
    say(el, el.dataset.keys);
  }

  // table opens the data below a figure and goes to the first of its tables, which
  // may follow by a frame or two.
  function table(el) {
    const data = document.getElementById(el.id.replace(/plot$/, "data"));
    if (!data?.checkVisibility?.()) return;
    data.open = true;
    data.querySelector("summary").focus();
    let tries = 30;
    const find = () => {
      const rows = data.querySelector(".scroll");
      if (rows) rows.focus(); else if (tries--) requestAnimationFrame(find);
    };
    find();
  }

  // play lets hear the height of a series from left to right, two octaves and a
  // half for the whole axis, in two seconds. Nothing plays unasked.
  let sound = null;
  site.play = (id) => {
    const heights = ask({ id }, "trace");
    if (!heights?.length || !window.AudioContext) return;
    sound?.close();
    sound = new AudioContext();
    const tone = sound.createOscillator(), volume = sound.createGain();
    const from = sound.currentTime + 0.05, step = 2 / heights.length;
    heights.forEach((h, i) => tone.frequency.setValueAtTime(220 * 2 ** (2.5 * h), from + i * step));
    volume.gain.setValueAtTime(0.15, from);
    volume.gain.linearRampToValueAtTime(0, from + 2.1);
    tone.connect(volume).connect(sound.destination);
    tone.start(from);
    tone.stop(from + 2.1);
    const own = sound;
    tone.onended = () => { own.close(); if (sound === own) sound = null; };
  };
})();
