"use strict";
// The heavy scene as data, the very numbers of figure.HeavyScene, and the ways to draw
// it with what we are compared to. Each way is drawn as its own documentation has it
// done fast: everything that does not change under a slider is made once.

const decade = (lo, hi, n) => Array.from({ length: n }, (_, j) => 10 ** (lo + (hi - lo) * j / (n - 1)));

function heavyScene(step) {
  const shift = 1 + 0.05 * Math.sin(step / 10);
  const x = decade(17, 25, 200);
  const lines = Array.from({ length: 6 }, (_, i) => ({
    name: "Law number " + "ABCDEF"[i],
    y: x.map((c) => shift * (1.6 + 0.08 * i + 40 * (c / 1e15) ** (-0.15 - 0.01 * i))),
  }));
  const runs = { x: [], y: [] };
  for (let i = 0; i < 250; i++) {
    const c = 10 ** (18 + 4 * ((i * 0.6180339887) % 1));
    runs.x.push(c);
    runs.y.push(shift * (1.7 + 40 * (c / 1e15) ** -0.16) * (1 + 0.2 * ((i * 0.7548776662) % 1)));
  }
  const first = lines[0].y;
  return { x, lines, band: { lo: first.map((v) => v * 0.97), hi: first.map((v) => v * 1.03) }, runs, mark: { x: x[120], y: first[120] } };
}

// manyPoints are n points of a cloud around a power law, the very numbers of the Go
// program's.
function manyPoints(n) {
  const x = new Float64Array(n), y = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    x[i] = 10 ** (17 + 8 * ((i * 0.6180339887) % 1));
    y[i] = (1.7 + 40 * (x[i] / 1e15) ** -0.16) * (1 + 0.2 * ((i * 0.7548776662) % 1));
  }
  return { x, y };
}

const width = 720, height = 440;
const colors = ["#4269d0", "#efb118", "#ff725c", "#6cc5b0", "#3ca951", "#ff8ab7"];

// --- plotly.js: Plotly.react with new arrays, nothing else new ------------------

const plotlyAxes = {
  width, height, title: { text: "Loss against compute" }, showlegend: true, uirevision: 1,
  xaxis: { type: "log", range: [17, 25], title: { text: "Training compute, FLOP" } },
  yaxis: { type: "log", title: { text: "Loss, nats per token" } },
};

function plotlyTraces(s) {
  return [
    { x: s.x, y: s.band.lo, mode: "lines", line: { width: 0 }, showlegend: false },
    { x: s.x, y: s.band.hi, mode: "lines", line: { width: 0 }, fill: "tonexty", name: "80 % interval" },
    ...s.lines.map((l) => ({ x: s.x, y: l.y, mode: "lines", name: l.name })),
    { x: s.runs.x, y: s.runs.y, mode: "markers", name: "runs", marker: { size: 5 } },
    { x: [s.mark.x], y: [s.mark.y], mode: "markers", name: "your budget", marker: { size: 10 } },
  ];
}

const plotly = {
  begin: (host) => Plotly.newPlot(host, plotlyTraces(heavyScene(0)), plotlyAxes, { responsive: false }),
  draw: (host, step) => Plotly.react(host, plotlyTraces(heavyScene(step)), plotlyAxes, { responsive: false }),
  end: (host) => Plotly.purge(host),
};

// --- Observable Plot: a new figure that takes the place of the old one ----------

function observable(s) {
  return Plot.plot({
    width, height, title: "Loss against compute", color: { legend: true, domain: s.lines.map((l) => l.name) },
    x: { type: "log", domain: [1e17, 1e25], label: "Training compute, FLOP" },
    y: { type: "log", label: "Loss, nats per token", grid: true },
    marks: [
      Plot.areaY(s.x, { x: s.x, y1: s.band.lo, y2: s.band.hi, fillOpacity: 0.2 }),
      ...s.lines.map((l) => Plot.lineY(l.y, { x: s.x, stroke: () => l.name })),
      Plot.dot(s.runs.x, { x: s.runs.x, y: s.runs.y, r: 2.5 }),
      Plot.dot([s.mark], { x: "x", y: "y", r: 5 }),
    ],
  });
}

const observablePlot = {
  begin: (host) => host.replaceChildren(observable(heavyScene(0))),
  draw: (host, step) => host.firstChild.replaceWith(observable(heavyScene(step))),
  end: (host) => host.replaceChildren(),
};

// --- uPlot: setData with columns over one sorted x, as it wants them ------------

let chart = null;
const uplotX = (() => { // where each x of the two tables is in the one
  const s = heavyScene(0);
  const all = [...s.x.map((x, i) => [x, i, -1]), ...s.runs.x.map((x, i) => [x, -1, i])].sort((a, b) => a[0] - b[0]);
  return { x: all.map((a) => a[0]), line: all.map((a) => a[1]), run: all.map((a) => a[2]) };
})();

function uplotData(s) {
  const onLine = (y) => uplotX.line.map((i) => (i < 0 ? undefined : y[i])); // undefined: the line goes on
  return [uplotX.x, ...s.lines.map((l) => onLine(l.y)), onLine(s.band.hi), onLine(s.band.lo),
    uplotX.run.map((i) => (i < 0 ? null : s.runs.y[i])), uplotX.line.map((i) => (i === 120 ? s.mark.y : null))];
}

const uplot = {
  begin(host) {
    const dots = (size) => ({ paths: () => null, points: { show: true, space: 0, size } });
    chart = new uPlot({
      width, height, title: "Loss against compute",
      scales: { x: { time: false, distr: 3, range: [1e17, 1e25] }, y: { distr: 3 } },
      axes: [{ label: "Training compute, FLOP" }, { label: "Loss, nats per token" }],
      series: [{}, ...heavyScene(0).lines.map((l, i) => ({ label: l.name, stroke: colors[i], points: { show: false } })),
        { label: "upper", stroke: "transparent", points: { show: false } }, { label: "lower", stroke: "transparent", points: { show: false } },
        { label: "runs", stroke: "#444", ...dots(5) }, { label: "your budget", stroke: "#000", ...dots(10) }],
      bands: [{ series: [7, 8], fill: "rgba(66,105,208,0.2)" }],
    }, uplotData(heavyScene(0)), host);
  },
  // It draws in a microtask; the second argument has scales follow the data.
  draw: (host, step) => { chart.setData(uplotData(heavyScene(step)), true); },
  end(host) { chart.destroy(); host.replaceChildren(); },
};

// --- the ways -------------------------------------------------------------------

// A way of ours, which the Go program draws in one call.
const ours = (name) => ({
  begin: () => {},
  draw: (host, step) => { const trouble = redraw(name, step); if (trouble) throw new Error(trouble); },
  end: (host) => host.replaceChildren(),
});

const ways = { ours: ours("ours"), fresh: ours("fresh"), vgsvg: ours("vgsvg"), plotly, observable: observablePlot, uplot };

// The first drawing of many points, in ways that may find that they cannot. Each makes
// its points and returns what draws them.
const firsts = {
  "ours": (host, n) => {
    const go = () => { const trouble = redraw("many", n); if (trouble) throw new Error(trouble); };
    go(); // the first call makes them
    return () => { go(); if (!host.querySelector("path")) throw new Error("nothing was drawn"); };
  },
  "scatter": (host, n) => cloud(host, n, "scatter"),
  "scattergl": (host, n) => {
    if (!document.createElement("canvas").getContext("webgl")) throw new Error("this browser has no WebGL here");
    return cloud(host, n, "scattergl");
  },
  "uplot": (host, n) => {
    const p = manyPoints(n);
    return () => new uPlot({
      mode: 2, width, height, title: "Many points", legend: { show: false },
      scales: { x: { time: false, distr: 3 }, y: { distr: 3 } },
      series: [null, { facets: [{ scale: "x", auto: true }, { scale: "y", auto: true }], stroke: "#444", fill: "#444", paths: uplotDots }],
    }, [null, [p.x, p.y]], host);
  },
};

function cloud(host, n, type) {
  const p = manyPoints(n);
  return () => Plotly.newPlot(host, [{ x: p.x, y: p.y, type, mode: "markers", marker: { size: 3 } }], plotlyAxes);
}

// uplotDots draws the points of a cloud as uPlot's own demonstration of scatter does.
function uplotDots(u, index) {
  uPlot.orient(u, index, (series, dataX, dataY, scaleX, scaleY, valToPosX, valToPosY, left, top, w, h) => {
    const path = new Path2D(), d = u.data[index];
    for (let i = 0; i < d[0].length; i++) {
      const x = valToPosX(d[0][i], scaleX, w, left), y = valToPosY(d[1][i], scaleY, h, top);
      path.moveTo(x + 1.5, y);
      path.arc(x, y, 1.5, 0, 2 * Math.PI);
    }
    u.ctx.fillStyle = series.fill();
    u.ctx.fill(path);
  });
  return null;
}
