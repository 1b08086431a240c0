// Words the server does not have yet: in their chat at once, and there until it has them.

import { speak } from "./server.js";
import { on, town } from "./town.js";

const waiting = new Map(JSON.parse(sessionStorage.getItem("unsent") ?? "[]")); // by message id

let version = Number.MIN_SAFE_INTEGER; // below zero: the page's own, not the server's

export function showUnsent() {
  on("message", ({ message }) => {
    if (!isOwn(message) && waiting.delete(message.id)) keep();
  });
  // After a reload, or when the server forgot its chats.
  on("ready", () => {
    for (const { id, person, text } of waiting.values()) {
      if (!town.chat(person).has(id)) show({ id, person, text }, "failed");
    }
  });
}

export const isOwn = (message) => message.version < 0;

export function tell(person, text) {
  return send({ id: crypto.randomUUID(), person, text });
}

// Sends words for the first time or again; with the same id they arrive once.
export async function send({ id, person, text }) {
  if (!hasServer(person, id)) {
    waiting.set(id, { id, person, text });
    keep();
    show({ id, person, text }, "waiting");
  }
  const { arrived } = await speak(person, id, text);
  if (!arrived && !hasServer(person, id)) show({ id, person, text }, "failed");
}

function hasServer(person, id) {
  const known = town.chat(person).get(id);
  return known !== undefined && !isOwn(known);
}

function show(words, state) {
  version += 1;
  const { at = town.now, order = town.last(words.person)?.order ?? 0 } =
    town.chat(words.person).get(words.id) ?? {};
  const message = { ...words, by: "person", at, order, state, version };
  town.take({ ...message, attachments: [], chips: [] });
}

function keep() {
  sessionStorage.setItem("unsent", JSON.stringify([...waiting]));
}
