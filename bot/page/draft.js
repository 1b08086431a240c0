// The draft as it grows: laid on the same sheet each time, so that the reader's place is kept.

import { on } from "./town.js";
import { changed, say, sayCount } from "./words.js";

const PIECES = "h1, h2, h3, h4, p, li, td, th, dt, dd, figcaption";
const MARK =
  "[data-new]{background:#fff3bf;color:#1c1f23;box-shadow:-3px 0 0 #c98a00,0 0 0 2px #fff3bf}";
const SHEET =
  "html{background:#fff;color:#1c1f23}body{margin:clamp(14px,5vw,32px) clamp(16px,6vw,36px) 60px;overflow-wrap:break-word;" +
  "font:15px/1.5 system-ui,sans-serif}table{border-collapse:collapse}";

const PAUSE = 250; // ms

const aside = document.getElementById("draft");
const frame = document.getElementById("paper");
const failed = document.getElementById("draft-failed");
const jump = document.getElementById("draft-new");

let html = null; // the draft on the sheet
let asking = false;
let stale = true; // something happened since the draft was asked for
let waiting;

export function showDraft() {
  for (const what of ["turn", "message", "ready"]) on(what, soon);
  jump.addEventListener("click", toNextNew);
  changed.addEventListener("language", nameJump);
  new ResizeObserver(() => refresh()).observe(aside);
}

// One look at the draft for all that happens at once.
function soon() {
  stale = true;
  clearTimeout(waiting);
  waiting = setTimeout(refresh, PAUSE);
}

async function refresh() {
  if (asking || !stale || aside.offsetParent === null) return;
  asking = true;
  stale = false;
  try {
    const response = await fetch("/trial/draft");
    if (!response.ok) throw new Error(String(response.status));
    lay(await response.text());
    failed.hidden = true;
  } catch (error) {
    // Without a server the page says so itself, and asks again when it is back.
    failed.hidden = error instanceof TypeError;
  }
  asking = false;
  if (stale) refresh();
}

function lay(fresh) {
  if (fresh === html) return;
  const paper = frame.contentDocument;
  // The sheet's own parser: what the page may not hold (styles inside it), the sheet may.
  const next = new frame.contentWindow.DOMParser().parseFromString(fresh, "text/html");
  // In another plan everything would be new.
  if (html !== null && paper.title === next.title) markNew(paper, next);
  html = fresh;
  const top = paper.scrollingElement?.scrollTop ?? 0;
  paper.documentElement.lang = next.documentElement.lang;
  const ours = paper.createElement("style");
  ours.textContent = SHEET;
  const marks = paper.createElement("style");
  marks.textContent = MARK;
  paper.head.replaceChildren(ours, ...next.head.querySelectorAll("title, style"), marks);
  paper.body.replaceChildren(...next.body.childNodes);
  paper.scrollingElement.scrollTop = top;
  nameJump();
}

// Marks the pieces of the next draft whose words are not in the one on the sheet.
function markNew(paper, next) {
  const old = new Map();
  for (const piece of pieces(paper)) {
    old.set(piece.textContent, (old.get(piece.textContent) ?? 0) + 1);
  }
  for (const piece of pieces(next)) {
    const left = old.get(piece.textContent) ?? 0;
    if (left) old.set(piece.textContent, left - 1);
    else if (piece.textContent.trim()) piece.dataset.new = "";
  }
}

function pieces(page) {
  return [...page.querySelectorAll(PIECES)].filter((piece) => !piece.querySelector(PIECES));
}

const marked = () => [...frame.contentDocument.querySelectorAll("[data-new]")];

function nameJump() {
  const count = marked().length;
  jump.hidden = count === 0;
  jump.textContent = `${sayCount("draft_new", count)} ↓`;
  jump.title = say("draft_new_next");
}

let at = -1;

function toNextNew() {
  const all = marked();
  at = (at + 1) % all.length;
  all[at]?.scrollIntoView({ block: "center" });
}
