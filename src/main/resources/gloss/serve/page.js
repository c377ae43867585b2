// What both halves of the page need: asking the service, the token, the tabs.
import { startScoring } from "./score.js";
import { startText } from "./text.js";

const door = document.getElementById("door");

/** Asks the service; gives the JSON of its answer, or throws an Error with its reason. */
export async function ask(path, body, signal) {
  const headers = {};
  const token = sessionStorage.getItem("token");
  if (token) headers.Authorization = "Bearer " + token;
  if (body) headers["Content-Type"] = "application/json";
  const response = await fetch(path, {
    method: body ? "POST" : "GET",
    headers,
    body: body && JSON.stringify(body),
    signal,
  });
  const answer = await response.json();
  if (response.status === 401) openDoor();
  if (!response.ok) throw new Error(answer.error);
  return answer;
}

/** An element with text and a class; text is never read as HTML. */
export function element(name, text = "", className = "") {
  const made = document.createElement(name);
  made.textContent = text;
  if (className) made.className = className;
  return made;
}

function openDoor() {
  door.hidden = false;
  document.getElementById("token").focus();
}

door.addEventListener("submit", (event) => {
  event.preventDefault();
  sessionStorage.setItem("token", document.getElementById("token").value.trim());
  door.hidden = true;
  startText();
});

const tabs = [...document.querySelectorAll("[role=tab]")];

function choose(tab) {
  for (const other of tabs) {
    const chosen = other === tab;
    other.setAttribute("aria-selected", chosen);
    other.tabIndex = chosen ? 0 : -1;
    document.getElementById(other.getAttribute("aria-controls")).hidden = !chosen;
  }
}

tabs.forEach((tab, i) => {
  tab.addEventListener("click", () => choose(tab));
  tab.addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step) {
      const next = tabs[(i + step + tabs.length) % tabs.length];
      choose(next);
      next.focus();
    }
  });
});

startText();
startScoring();
