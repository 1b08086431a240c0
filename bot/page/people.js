// The list of people with their last words and what they have not read yet.

import { avatar, gist, make } from "./parts.js";
import { on, town } from "./town.js";
import { changed, say, sayCount, sayOr } from "./words.js";

const list = document.getElementById("people");
const rows = new Map(); // person id -> {button, line, mark}

// `choose(id, beside)` opens somebody's chat; `open()` says whose are in view.
export function showPeople({ choose, isOpen }) {
  const drawRow = (id) => fill(id, isOpen(id));
  on("people", () => draw(choose, drawRow));
  on("message", ({ message }) => drawRow(message.person));
  on("gone", ({ person }) => drawRow(person));
  on("read", drawRow);
  on("fresh", () => rows.forEach((_, id) => drawRow(id)));
  on("open", () => rows.forEach((_, id) => drawRow(id)));
  changed.addEventListener("language", () => draw(choose, drawRow));
  list.addEventListener("keydown", walk);
}

export function order() {
  return [...rows.keys()];
}

export function focusPeople() {
  [...rows.values()].find(({ button }) => button.tabIndex === 0)?.button.focus();
}

function draw(choose, drawRow) {
  const held = document.activeElement?.dataset?.person;
  rows.clear();
  const groups = Map.groupBy(town.people, (person) => person.group);
  list.replaceChildren();
  for (const [group, people] of groups) {
    const id = `group-${rows.size}`;
    const items = make("ul", { "aria-labelledby": id });
    for (const person of people) items.append(make("li", {}, row(person, choose)));
    list.append(make("h2", { id }, sayOr(group)), items);
  }
  for (const id of rows.keys()) drawRow(id);
  rove(rows.get(held) ?? rows.values().next().value);
  if (held) focusPeople();
}

function row(person, choose) {
  const line = make("span", { class: "line" });
  const mark = make("span", { class: "mark", hidden: true });
  const heard = make("span", { class: "heard-only" });
  const button = make(
    "button",
    { type: "button", class: "person", "data-person": person.id, tabindex: "-1" },
    avatar(person),
    make("span", { class: "person-name" }, person.name),
    make("span", { class: "person-what" }, whatOf(person)),
    line,
    mark,
    heard,
  );
  button.addEventListener("click", (event) => choose(person.id, event.shiftKey));
  button.addEventListener("focus", () => rove(rows.get(person.id)));
  rows.set(person.id, { button, line, mark, heard });
  return button;
}

// Partners are known by their organisation, colleagues by what they do.
function whatOf({ group, organisation, role }) {
  return group === "partners" ? organisation : role;
}

function fill(id, isOpen) {
  const drawn = rows.get(id);
  if (!drawn) return;
  const last = town.last(id);
  const unread = isOpen ? 0 : town.unread(id).length;
  drawn.line.textContent = last ? gist(last) : say("nothing_yet");
  drawn.mark.hidden = unread === 0;
  drawn.mark.textContent = unread > 99 ? "99+" : String(unread);
  drawn.mark.setAttribute("aria-hidden", "true");
  drawn.heard.textContent = unread ? sayCount("unread", unread) : "";
  drawn.button.classList.toggle("unread", unread > 0);
  if (isOpen) drawn.button.setAttribute("aria-current", "true");
  else drawn.button.removeAttribute("aria-current");
}

// One row at a time is in the tab order; the arrows move it.
function rove(to) {
  if (!to) return;
  for (const { button } of rows.values()) button.tabIndex = -1;
  to.button.tabIndex = 0;
}

function walk(event) {
  if (event.altKey || event.ctrlKey || event.metaKey) return;
  const ids = order();
  const at = ids.indexOf(event.target.dataset?.person);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: ids.length - 1 }[event.key];
  if (at < 0 || to === undefined) return;
  event.preventDefault();
  rows.get(ids[Math.max(0, Math.min(to, ids.length - 1))]).button.focus();
}
