// Which chats stand next to each other: those that were pinned, and the one last chosen.

import { Chat } from "./chat.js";
import { gist } from "./parts.js";
import { on, town } from "./town.js";
import { changed, say } from "./words.js";

const MOST = 4;
const place = document.getElementById("panes");
const announce = document.getElementById("announce");

const chats = new Map(); // person id -> Chat, made when first opened and kept
let shown = []; // ids from left to right
const pinned = new Set();
let current = null;

export const isOpen = (id) => shown.includes(id);
export const currentPerson = () => current;
export const currentChat = () => chats.get(current);

export function showPanes() {
  on("message", ({ message, isNew, quiet }) => {
    chats.get(message.person)?.draw(message);
    if (isNew && !quiet) hear(message);
    readShown();
  });
  on("gone", ({ person, id }) => chats.get(person)?.remove(id));
  on("typing", (person) => chats.get(person)?.log.showTyping());
  on("fresh", () => chats.forEach((chat) => chat.beginAgain()));
  on("ready", () => {
    chats.forEach((chat) => chat.greet());
    readShown();
  });
  changed.addEventListener("language", () => chats.forEach((chat) => chat.words()));
  document.addEventListener("visibilitychange", readShown);
  place.addEventListener("focusin", (event) => {
    const id = event.target.closest(".chat")?.dataset.person;
    if (id) makeCurrent(id);
  });
}

// Shows somebody's chat in the place of the last one that is not pinned, or beside it.
export function choose(id, beside = false, focus = true) {
  if (beside && current) pinned.add(current);
  if (!isOpen(id)) {
    const loose = shown.findLast((other) => !pinned.has(other));
    if (loose) shown[shown.indexOf(loose)] = id;
    else shown.push(id);
    while (shown.length > MOST) pinned.delete(shown.shift());
  }
  makeCurrent(id);
  lay();
  document.body.dataset.view = "chats";
  if (focus) chats.get(id).focus();
}

// Opens the chats the address names, all but the last pinned.
export function openFromAddress() {
  const asked = new URLSearchParams(location.search).get("chats")?.split(",") ?? [];
  const known = asked.filter((id) => town.person(id));
  for (const id of known) choose(id, true, false);
  return known.length > 0;
}

function shut(id) {
  shown = shown.filter((other) => other !== id);
  pinned.delete(id);
  if (current === id) makeCurrent(shown.at(-1) ?? null);
  lay();
  currentChat()?.focus();
}

function pin(id) {
  if (!pinned.delete(id)) pinned.add(id);
  lay();
}

function makeCurrent(id) {
  current = id;
  for (const [other, { element }] of chats) element.classList.toggle("current", other === id);
}

function lay() {
  for (const chat of chats.values()) {
    if (chat.element.isConnected && !isOpen(chat.person.id)) {
      chat.log.leave();
      chat.element.remove();
    }
  }
  for (const [index, id] of shown.entries()) {
    const { chat, isNew } = chatOf(id);
    const wasAway = !chat.element.isConnected;
    const there = place.children[index];
    if (there !== chat.element) place.insertBefore(chat.element, there ?? null);
    chat.showPinned(pinned.has(id));
    if (isNew) chat.begin();
    if (isNew || wasAway) chat.log.enter(town.unread(id)[0]?.id);
  }
  makeCurrent(current);
  place.dataset.count = String(shown.length);
  history.replaceState(null, "", shown.length ? `?chats=${shown.join(",")}` : "/");
  readShown();
  town.dispatchEvent(new CustomEvent("open"));
}

function chatOf(id) {
  if (chats.has(id)) return { chat: chats.get(id), isNew: false };
  const chat = new Chat(town.person(id), { pin, shut });
  chats.set(id, chat);
  return { chat, isNew: true };
}

export function readShown() {
  if (document.visibilityState !== "visible") return;
  for (const id of shown) if (isInView(id)) town.markRead(id);
}

// On a narrow screen only the current chat is in view, and only in its own part of the page.
function isInView(id) {
  return chats.get(id)?.element.offsetParent !== null;
}

function hear(message) {
  if (message.by !== "bot") return;
  const name = town.person(message.person)?.name ?? "";
  announce.textContent = say("new_for", { name, text: gist(message).slice(0, 140) });
}
