// Translates or summarizes as one types, and shows where words come from and how sure the model is.
import { ask, element } from "./page.js";

const PAUSE = 250;
const LEVELS = [0.3, 0.6, 0.85];
const METHODS = ["lead:3", "textrank:3", "lexrank:3"];

const get = (id) => document.getElementById(id);
const source = get("source");
const output = get("output");
const backdrop = get("backdrop");

let timer;
let running;
/** What is shown: the text it belongs to, and its passages with the elements of their words. */
let shown = { text: "", passages: [] };

export async function startText() {
  try {
    const { models } = await ask("models");
    const of = (task) => models.filter((model) => model.task === task).map((model) => [model.name, model]);
    get("model").replaceChildren(
      ...group("Translation", of("translation")),
      ...group("Summary", of("summarization")),
      ...group("Sentences of the text", METHODS.map((method) => [method, { task: "extraction" }])),
    );
    nameLanguages();
    run();
  } catch (error) {
    say(error.message, true);
  }
}

/** Choices under a heading; nothing if there are none. */
function group(label, choices) {
  if (!choices.length) return [];
  const made = element("optgroup");
  made.label = label;
  for (const [name, model] of choices) {
    const option = element("option", name);
    option.model = model;
    made.append(option);
  }
  return [made];
}

const chosen = () => get("model").selectedOptions[0]?.model ?? {};

function nameLanguages() {
  const { task, source: from, target: to } = chosen();
  const names = new Intl.DisplayNames(["en"], { type: "language" });
  const name = (code) => {
    try { return names.of(code); } catch { return code; }
  };
  const translates = task === "translation";
  get("source-language").textContent = translates ? name(from) : "Text";
  get("target-language").textContent = translates ? name(to) : "Summary";
  source.lang = translates ? from : "";
  output.lang = translates ? to : "";
}

function say(text, wrong = false) {
  get("status").textContent = text;
  get("status").classList.toggle("wrong", wrong);
}

async function run() {
  // The service drops what nobody waits for.
  running?.abort();
  const text = source.value;
  if (!text.trim()) {
    show("", []);
    say("");
    return;
  }
  const mine = (running = new AbortController());
  output.classList.add("old");
  const begun = performance.now();
  try {
    const { passages, remark } = await WAYS[chosen().task](text, get("model").value, Number(get("count").value), mine.signal);
    show(text, passages);
    say(`${Math.round(performance.now() - begun)} ms${remark}`);
  } catch (error) {
    if (error.name !== "AbortError") say(error.message, true);
  }
}

/** For each task how it is asked, and its passages: what was written, and where in the text it is from. */
const WAYS = {
  async translation(text, model, count, signal) {
    const answer = await ask("translate", { text, model, sentences: true, tokens: true, alignments: true, "n-best": count }, signal);
    let end = 0;
    const passages = answer.translations[0].sentences.map((sentence) => {
      const before = text.slice(end, sentence.begin);
      end = sentence.end;
      return { ...sentence, before };
    });
    return { passages, remark: "" };
  },
  async summarization(text, model, count, signal) {
    const summary = (await ask("summarize", { text, model, tokens: true, "n-best": count }, signal)).summaries[0];
    return { passages: [{ ...summary, before: "", begin: 0, end: text.length }], remark: remarkOn(summary) };
  },
  async extraction(text, method, count, signal) {
    const summary = (await ask("summarize", { text, method }, signal)).summaries[0];
    let at = 0;
    const passages = summary.sentences.map((sentence, i) => {
      const begin = Math.max(at, text.indexOf(sentence, at));
      at = Math.min(text.length, begin + sentence.length);
      return { text: sentence, before: i ? "\n" : "", begin, end: at };
    });
    return { passages, remark: remarkOn(summary) };
  },
};

function remarkOn({ read, length, unit }) {
  return read < length ? ` · of ${length} ${unit} the first ${read} were read` : "";
}

function show(text, passages) {
  output.classList.remove("old");
  light([], []);
  get("detail").textContent = "";
  shown = { text, passages: [] };
  const nodes = [];
  for (const passage of passages) {
    nodes.push(passage.before);
    const words = wordsOf(passage);
    shown.passages.push({ passage, words, sourceWords: places(text.slice(passage.begin, passage.end), passage.begin) });
    let at = 0;
    for (const word of words) {
      nodes.push(passage.text.slice(at, word.begin), word.node);
      at = word.end;
    }
    nodes.push(passage.text.slice(at));
  }
  output.replaceChildren(...nodes);
  const first = output.querySelector(".word");
  if (first) first.tabIndex = 0;
  showAlternatives(shown.passages[0]);
}

/** What white space parts, with its places. */
function places(text, offset = 0) {
  return [...text.matchAll(/\S+/g)].map((m) => ({ text: m[0], begin: offset + m.index, end: offset + m.index + m[0].length }));
}

function wordsOf(passage) {
  return places(passage.text).map((word, index) => {
    const node = element("span", "", "word");
    node.tabIndex = -1;
    let sure = passage["token-spans"] ? 1 : null;
    let at = word.begin;
    (passage["token-spans"] ?? []).forEach(([begin, end], i) => {
      if (begin < word.begin || end > word.end || begin === end) return;
      const probability = Math.exp(passage["token-log-probabilities"][i]);
      sure *= probability;
      if (begin > at) node.append(passage.text.slice(at, begin));
      const part = element("span", passage.text.slice(begin, end), "c" + LEVELS.filter((level) => probability >= level).length);
      part.title = percent(probability);
      node.append(part);
      at = end;
    });
    node.append(passage.text.slice(at, word.end));
    return { ...word, index, node, sure };
  });
}

const percent = (share) => `${(100 * share).toFixed(share > 0.995 || share < 0.1 ? 1 : 0)} %`;

function find(node) {
  for (const entry of shown.passages) {
    const word = entry.words.find((w) => w.node === node);
    if (word) return { entry, word };
  }
  return null;
}

/** Marks words of the output, and places of the text, each with a weight that is 1 for the heaviest. */
function light(targets, marked) {
  output.querySelectorAll(".lit").forEach((node) => {
    node.classList.remove("lit");
    node.style.removeProperty("--weight");
  });
  for (const [word, weight] of targets) {
    word.node.classList.add("lit");
    word.node.style.setProperty("--weight", weight);
  }
  const nodes = [];
  let at = 0;
  for (const [place, weight] of marked) {
    const mark = element("mark", source.value.slice(place.begin, place.end));
    mark.style.setProperty("--weight", weight);
    nodes.push(source.value.slice(at, place.begin), mark);
    at = place.end;
  }
  backdrop.replaceChildren(...nodes, source.value.slice(at));
  backdrop.scrollTop = source.scrollTop;
}

/** Pairs of a word and its share of all, in their order, with shares that are 1 for the largest. */
function scaled(pairs) {
  const most = Math.max(...pairs.map(([, weight]) => weight));
  return pairs.map(([word, weight]) => [word, weight / most]);
}

function pointAt(node) {
  const found = find(node);
  if (!found || shown.text !== source.value) return;
  const { entry, word } = found;
  const from = entry.passage.attention
    ? entry.passage.attention
        .filter(([s, target]) => target === word.index && entry.sourceWords[s])
        .map(([s, , weight]) => [entry.sourceWords[s], weight])
    : [[entry.passage, 1]];
  light([[word, 1]], scaled(from));
  const detail = get("detail");
  detail.replaceChildren(element("b", word.text));
  if (word.sure !== null) detail.append(` ${percent(word.sure)}`);
  if (entry.passage.attention && from.length) {
    const strongest = [...from].sort((a, b) => b[1] - a[1]).slice(0, 3);
    detail.append(", from ");
    strongest.forEach(([place, weight], i) => detail.append(i ? ", " : "", element("b", place.text), ` ${percent(weight)}`));
  }
  showAlternatives(entry);
}

function showAlternatives(entry) {
  const others = entry?.passage["n-best"]?.slice(1) ?? [];
  get("alternatives").hidden = others.length === 0;
  const of = entry ? shown.text.slice(entry.passage.begin, entry.passage.end) : "";
  get("alternatives-of").textContent = of.length > 100 ? "" : `for “${of}”`;
  get("n-best").replaceChildren(
    ...others.map((other) => {
      const item = element("li", other.text);
      item.append(element("small", percent(Math.exp(other["log-probability"]))));
      return item;
    }),
  );
}

/** The other way: the word of the text that the cursor is in. */
function followCursor() {
  if (document.activeElement !== source || shown.text !== source.value) return;
  const at = source.selectionStart;
  for (const entry of shown.passages) {
    const index = entry.sourceWords.findIndex((place) => place.begin <= at && at <= place.end);
    if (index >= 0 && entry.passage.attention) {
      const targets = entry.passage.attention.filter(([s, t]) => s === index && entry.words[t]).map(([, t, weight]) => [entry.words[t], weight]);
      light(targets, [[entry.sourceWords[index], 1]]);
      showAlternatives(entry);
      return;
    }
  }
  light([], []);
}

source.addEventListener("input", () => {
  light([], []);
  clearTimeout(timer);
  timer = setTimeout(run, PAUSE);
});
source.addEventListener("scroll", () => (backdrop.scrollTop = source.scrollTop));
document.addEventListener("selectionchange", followCursor);
for (const id of ["model", "count"]) {
  get(id).addEventListener("change", () => {
    nameLanguages();
    run();
  });
}
get("confidence").addEventListener("change", (event) => {
  output.classList.toggle("sure", event.target.checked);
  get("legend").hidden = !event.target.checked;
});
output.classList.add("sure");
output.addEventListener("mouseover", (event) => {
  const word = event.target.closest(".word");
  if (word) pointAt(word);
});
output.addEventListener("mouseleave", () => light([], []));
output.addEventListener("click", (event) => event.target.closest(".word")?.focus());
output.addEventListener("focusin", (event) => {
  output.querySelectorAll(".word").forEach((word) => (word.tabIndex = word === event.target ? 0 : -1));
  pointAt(event.target);
});
output.addEventListener("focusout", () => light([], []));
output.addEventListener("keydown", (event) => {
  const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
  const words = [...output.querySelectorAll(".word")];
  const next = words[words.indexOf(document.activeElement) + step];
  if (step && next) {
    event.preventDefault();
    next.focus();
  }
});
