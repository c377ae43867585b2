// Translates as one types, and shows where words come from and how sure the model is.
import { ask, element } from "./page.js";

const PAUSE = 250;
const LEVELS = [0.3, 0.6, 0.85];

const get = (id) => document.getElementById(id);
const source = get("source");
const output = get("output");
const backdrop = get("backdrop");

let timer;
let running;
/** What is shown: the text it belongs to, and its sentences with the elements of their words. */
let shown = { text: "", sentences: [] };

export async function startTranslating() {
  try {
    const { models } = await ask("models");
    const translators = models.filter((model) => model.task === "translation");
    get("model").replaceChildren(
      ...translators.map((model) => {
        const option = element("option", model.name);
        option.languages = [model.source, model.target];
        return option;
      }),
    );
    source.disabled = translators.length === 0;
    say(translators.length ? "" : "No model for translation is served here.");
    nameLanguages();
    translate();
  } catch (error) {
    say(error.message, true);
  }
}

function nameLanguages() {
  const languages = get("model").selectedOptions[0]?.languages;
  if (!languages) return;
  const names = new Intl.DisplayNames(["en"], { type: "language" });
  const name = (code) => {
    try { return names.of(code); } catch { return code; }
  };
  get("source-language").textContent = name(languages[0]);
  get("target-language").textContent = name(languages[1]);
  source.lang = languages[0];
  output.lang = languages[1];
}

function say(text, wrong = false) {
  get("status").textContent = text;
  get("status").classList.toggle("wrong", wrong);
}

async function translate() {
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
    const count = Number(get("count").value);
    const answer = await ask(
      "translate",
      { text, model: get("model").value, sentences: true, tokens: true, alignments: true, "n-best": count },
      mine.signal,
    );
    show(text, answer.translations[0].sentences);
    say(`${Math.round(performance.now() - begun)} ms`);
  } catch (error) {
    if (error.name !== "AbortError") say(error.message, true);
  }
}

function show(text, sentences) {
  output.classList.remove("old");
  light([], []);
  get("detail").textContent = "";
  shown = { text, sentences: [] };
  const nodes = [];
  let end = 0;
  for (const sentence of sentences) {
    nodes.push(text.slice(end, sentence.begin));
    const words = wordsOf(sentence);
    shown.sentences.push({ sentence, words, sourceWords: places(text.slice(sentence.begin, sentence.end), sentence.begin) });
    let at = 0;
    for (const word of words) {
      nodes.push(sentence.text.slice(at, word.begin), word.node);
      at = word.end;
    }
    nodes.push(sentence.text.slice(at));
    end = sentence.end;
  }
  output.replaceChildren(...nodes);
  const first = output.querySelector(".word");
  if (first) first.tabIndex = 0;
  showAlternatives(shown.sentences[0]);
}

/** What white space parts, with its places. */
function places(text, offset = 0) {
  return [...text.matchAll(/\S+/g)].map((m) => ({ text: m[0], begin: offset + m.index, end: offset + m.index + m[0].length }));
}

function wordsOf(sentence) {
  return places(sentence.text).map((word, index) => {
    const node = element("span", "", "word");
    node.tabIndex = -1;
    let sure = 1;
    let at = word.begin;
    sentence["token-spans"].forEach(([begin, end], i) => {
      if (begin < word.begin || end > word.end || begin === end) return;
      const probability = Math.exp(sentence["token-log-probabilities"][i]);
      sure *= probability;
      if (begin > at) node.append(sentence.text.slice(at, begin));
      node.append(element("span", sentence.text.slice(begin, end), "c" + LEVELS.filter((level) => probability >= level).length));
      at = end;
    });
    node.append(sentence.text.slice(at, word.end));
    return { ...word, index, node, sure };
  });
}

const percent = (share) => `${(100 * share).toFixed(share > 0.995 || share < 0.1 ? 1 : 0)} %`;

function find(node) {
  for (const entry of shown.sentences) {
    const word = entry.words.find((w) => w.node === node);
    if (word) return { entry, word };
  }
  return null;
}

/** Marks words of the translation, and places of the text. */
function light(targets, marked) {
  output.querySelectorAll(".lit").forEach((node) => node.classList.remove("lit"));
  targets.forEach((word) => word.node.classList.add("lit"));
  const nodes = [];
  let at = 0;
  for (const place of marked) {
    nodes.push(source.value.slice(at, place.begin), element("mark", source.value.slice(place.begin, place.end)));
    at = place.end;
  }
  backdrop.replaceChildren(...nodes, source.value.slice(at));
  backdrop.scrollTop = source.scrollTop;
}

function pointAt(node) {
  const found = find(node);
  if (!found || shown.text !== source.value) return;
  const { entry, word } = found;
  const from = entry.sentence.alignment.filter(([, target]) => target === word.index).map(([s]) => entry.sourceWords[s]).filter(Boolean);
  light([word], from);
  const detail = get("detail");
  detail.replaceChildren(element("b", word.text), ` ${percent(word.sure)}`);
  if (from.length) detail.append(", from ", element("b", from.map((place) => place.text).join(" ")));
  showAlternatives(entry);
}

function showAlternatives(entry) {
  const others = entry?.sentence["n-best"]?.slice(1) ?? [];
  get("alternatives").hidden = others.length === 0;
  get("alternatives-of").textContent = entry ? `for “${shown.text.slice(entry.sentence.begin, entry.sentence.end)}”` : "";
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
  for (const entry of shown.sentences) {
    const index = entry.sourceWords.findIndex((place) => place.begin <= at && at <= place.end);
    if (index >= 0) {
      const targets = entry.sentence.alignment.filter(([s]) => s === index).map(([, t]) => entry.words[t]).filter(Boolean);
      light(targets, [entry.sourceWords[index]]);
      showAlternatives(entry);
      return;
    }
  }
  light([], []);
}

source.addEventListener("input", () => {
  light([], []);
  clearTimeout(timer);
  timer = setTimeout(translate, PAUSE);
});
source.addEventListener("scroll", () => (backdrop.scrollTop = source.scrollTop));
document.addEventListener("selectionchange", followCursor);
for (const id of ["model", "count"]) {
  get(id).addEventListener("change", () => {
    nameLanguages();
    translate();
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
