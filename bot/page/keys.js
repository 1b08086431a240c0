// What the keyboard does, and the list that says so.

import { make } from "./parts.js";
import { currentChat, currentPerson } from "./panes.js";
import { focusPeople, order } from "./people.js";
import { changed, currentLanguage } from "./words.js";

const dialog = document.getElementById("keys");
const list = document.getElementById("keys-list");

const KEYS = {
  nl: [
    ["F6", "naar het volgende deel: mensen, gesprek, concept"],
    ["Alt + ↑ ↓", "vorige of volgende persoon"],
    ["Alt + 1 … 9", "persoon 1 tot en met 9"],
    ["↑ ↓ Home End", "door de lijst van mensen"],
    ["Shift + Enter", "in de lijst: ernaast openen; in het gesprek: nieuwe regel"],
    ["Enter", "versturen"],
    ["Alt + K", "naar het eerste veld van de nieuwste kaart"],
    ["Esc", "van een kaart terug naar het tekstvak"],
  ],
  en: [
    ["F6", "to the next part: people, chat, draft"],
    ["Alt + ↑ ↓", "previous or next person"],
    ["Alt + 1 … 9", "person 1 to 9"],
    ["↑ ↓ Home End", "through the list of people"],
    ["Shift + Enter", "in the list: open beside; in the chat: new line"],
    ["Enter", "send"],
    ["Alt + K", "to the first field of the newest card"],
    ["Esc", "from a card back to the text box"],
  ],
};

export function hearKeys(choose) {
  document.getElementById("keys-open").addEventListener("click", () => dialog.showModal());
  changed.addEventListener("language", draw);
  draw();
  document.addEventListener("keydown", (event) => {
    if (!dialog.open && hear(event, choose)) event.preventDefault();
  });
}

function draw() {
  const rows = KEYS[currentLanguage()];
  list.replaceChildren(
    ...rows.flatMap(([keys, words]) => [make("dt", {}, keys), make("dd", {}, words)]),
  );
}

// Whether the key was one of ours.
function hear(event, choose) {
  if (event.key === "F6") return toNextPart(event.shiftKey ? -1 : 1);
  if (event.key === "Escape" && event.target.closest?.(".log")) return back();
  if (!event.altKey || event.ctrlKey || event.metaKey) return false;
  if (event.code === "KeyK") return currentChat()?.log.focusCard() ?? false;
  if (event.key === "ArrowUp") return step(-1, event, choose);
  if (event.key === "ArrowDown") return step(1, event, choose);
  const digit = /^Digit([1-9])$/.exec(event.code)?.[1];
  return digit ? pick(order()[digit - 1], choose) : false;
}

// In a folded list Alt+arrow opens the list.
function step(by, event, choose) {
  if (event.target.tagName === "SELECT") return false;
  const ids = order();
  return pick(ids[(ids.indexOf(currentPerson()) + by + ids.length) % ids.length], choose);
}

function pick(id, choose) {
  if (id) choose(id);
  return Boolean(id);
}

function back() {
  currentChat()?.focus();
  return true;
}

function toNextPart(by) {
  const parts = [
    [document.getElementById("people"), focusPeople],
    [document.getElementById("panes"), () => currentChat()?.focus()],
    [document.getElementById("draft"), () => document.getElementById("draft").focus()],
  ].filter(([part]) => part.offsetParent !== null);
  const at = parts.findIndex(([part]) => part.contains(document.activeElement));
  parts[(at + by + parts.length) % parts.length]?.[1]();
  return true;
}
