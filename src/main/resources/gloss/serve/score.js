// Scores outputs against references, and compares two systems.
import { ask, element } from "./page.js";

const get = (id) => document.getElementById(id);
const SHOWN_LINES = 20;

/** The lines of a text; those at the end that are empty are none. */
function linesOf(id) {
  const text = get(id).value.replace(/\r/g, "").replace(/\n+$/, "");
  return text === "" ? [] : text.split("\n");
}

export function startScoring() {
  get("run").addEventListener("click", score);
}

function say(text, wrong = false) {
  get("score-status").textContent = text;
  get("score-status").classList.toggle("wrong", wrong);
}

async function score() {
  const references = linesOf("references");
  const systems = { A: linesOf("first") };
  const second = linesOf("second");
  if (second.length) systems.B = second;
  const metrics = [...document.querySelectorAll("#metrics input:checked")].map((box) => box.value);
  get("results").replaceChildren();
  say("Scoring…");
  try {
    const answer = await ask("score", { systems, references, metrics, test: get("test").value, segments: true });
    say(`${references.length} lines`);
    show(answer, systems, references);
  } catch (error) {
    say(error.message, true);
  }
}

function show(answer, systems, references) {
  const names = Object.keys(systems);
  const rows = answer.metrics.map((metric) => rowOf(metric, names));
  const signatures = element("details");
  signatures.append(element("summary", "Signatures"));
  for (const metric of answer.metrics) {
    const any = metric.systems[names[0]];
    signatures.append(element("p", `${any.name}|${any.signature}`));
  }
  get("results").replaceChildren(
    table(["Metric", ...names.map((name) => (name === "A" && names.length > 1 ? "A (baseline)" : name))], rows),
    signatures,
    element("h2", names.length > 1 ? "Lines that differ most" : "Lines that score lowest"),
    lines(answer, systems, references),
  );
  get("results").focus();
}

function rowOf(metric, names) {
  const baseline = metric.systems[names[0]];
  return [
    baseline.name + (metric["higher-is-better"] ? "" : " (lower is better)"),
    ...names.map((name) => cellOf(metric, metric.systems[name], baseline)),
  ];
}

function cellOf(metric, system, baseline) {
  const cell = element("td", system.score.toFixed(2), "number");
  if (system.confidence_var !== undefined) cell.append(element("small", ` ± ${system.confidence_var.toFixed(2)}`));
  if (system["p-value"] !== undefined) {
    const up = system.score > baseline.score === metric["higher-is-better"];
    const verdict = element("span", "", "verdict");
    if (system.significant) verdict.append(element("span", up ? "better" : "worse", up ? "better" : "worse"), `, p = ${system["p-value"].toFixed(4)}`);
    else verdict.append(`no significant difference, p = ${system["p-value"].toFixed(4)}`);
    cell.append(verdict);
  }
  return cell;
}

/** The lines by their first metric that is not an error rate, or by the first. */
function lines(answer, systems, references) {
  const metric = (answer.metrics.find((m) => m.metric === "chrf") ?? answer.metrics[0]).metric;
  const names = Object.keys(systems);
  const order = references.map((_, i) => i);
  const value = (i, name) => answer.segments[i][name][metric] ?? 0;
  if (names.length > 1) order.sort((a, b) => Math.abs(value(b, "B") - value(b, "A")) - Math.abs(value(a, "B") - value(a, "A")));
  else order.sort((a, b) => value(a, "A") - value(b, "A"));
  const rows = order.slice(0, SHOWN_LINES).map((i) => [
    String(i + 1),
    references[i],
    ...names.flatMap((name) => [systems[name][i], value(i, name).toFixed(1)]),
  ]);
  return table(["Line", "Reference", ...names.flatMap((name) => [name, metric])], rows);
}

function table(head, rows) {
  const made = element("table");
  const top = made.createTHead().insertRow();
  for (const title of head) {
    const cell = element("th", title);
    cell.scope = "col";
    top.append(cell);
  }
  const body = made.createTBody();
  for (const row of rows) {
    const line = body.insertRow();
    for (const cell of row) line.append(typeof cell === "string" ? element("td", cell) : cell);
  }
  const frame = element("div", "", "scroll");
  frame.append(made);
  return frame;
}
