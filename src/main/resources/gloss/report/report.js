
// Draws the learning curves into the figures that the page already has.
(function () {
  "use strict";
  const run = JSON.parse(document.getElementById("charts").textContent);
  const places = Array.from(document.querySelectorAll(".plot"));
  const howto = document.getElementById("howto");
  const root = document.documentElement;
  let plots = [];

  const color = (name) => getComputedStyle(root).getPropertyValue("--" + name).trim();

  function number(value) {
    if (value === null || value === undefined) return "–";
    const size = Math.abs(value);
    if (size !== 0 && size < 1e-4) return value.toExponential(1);
    if (size >= 1e6) return value / 1e6 + " M";
    return String(Number(value.toPrecision(4)));
  }

  /** A dashed line through the step whose weights were kept. */
  function markBest(plot) {
    if (run.best === undefined) return;
    const x = Math.round(plot.valToPos(run.best, "x", true));
    const { left, top, width, height } = plot.bbox;
    if (!(x >= left && x <= left + width)) return;
    const ctx = plot.ctx;
    ctx.save();
    ctx.strokeStyle = ctx.fillStyle = color("best");
    ctx.lineWidth = devicePixelRatio;
    ctx.setLineDash([4 * devicePixelRatio, 4 * devicePixelRatio]);
    ctx.beginPath();
    ctx.moveTo(x, top);
    ctx.lineTo(x, top + height);
    ctx.stroke();
    ctx.font = 12 * devicePixelRatio + "px system-ui, sans-serif";
    ctx.textAlign = "center";
    ctx.fillText("best", x, top - 5 * devicePixelRatio);
    ctx.restore();
  }

  function axis() {
    return {
      stroke: color("soft"),
      grid: { stroke: color("line"), width: 1 },
      ticks: { stroke: color("line"), width: 1 },
      values: (plot, ticks) => ticks.map((tick) => (tick === null ? "" : number(tick))),
    };
  }

  function series(curve) {
    const validation = curve.kind === "validation";
    return {
      label: curve.name,
      stroke: color(curve.kind),
      width: 1.75,
      spanGaps: true,
      points: { show: validation && curve.y.filter((y) => y !== null).length <= 100, size: 6, fill: color("card") },
      value: (plot, value) => number(value),
    };
  }

  function draw(place) {
    const chart = run.charts[Number(place.dataset.chart)];
    const options = {
      width: place.clientWidth,
      height: 215,
      cursor: { sync: { key: "run" }, drag: { x: true, y: false } },
      scales: { x: { time: false }, y: { distr: chart.log ? 3 : 1 } },
      axes: [Object.assign(axis(), { size: 32 }), Object.assign(axis(), { size: 58 })],
      series: [{ label: "step", value: (plot, value) => number(value) }].concat(chart.curves.map(series)),
      hooks: { draw: [markBest] },
    };
    return new uPlot(options, [chart.x].concat(chart.curves.map((curve) => curve.y)), place);
  }

  function drawAll() {
    plots.forEach((plot) => plot.destroy());
    plots = places.map(draw);
  }

  function fit() {
    plots.forEach((plot, i) => {
      const width = places[i].clientWidth;
      if (width !== plot.width) plot.setSize({ width: width, height: plot.height });
    });
  }

  function forPrint(printing) {
    root.toggleAttribute("data-print", printing);
    drawAll();
  }

  if (howto) howto.textContent = "Over training steps. Drag to look closer, double-click to see all again.";
  drawAll();
  addEventListener("resize", fit);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", drawAll);
  addEventListener("beforeprint", () => forPrint(true));
  addEventListener("afterprint", () => forPrint(false));
})();
