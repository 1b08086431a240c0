// What was said in one chat: drawn message by message, and keeping the reader's place.

import { drawMessage, drawSaidBy } from "./message.js";
import { day, dayKey } from "./moments.js";
import { make } from "./parts.js";
import { say } from "./words.js";

const TYPING = 12_000; // ms a typing sign stays without a message
const NEAR = 60; // px from the end that still count as the end

export class Log {
  #name;
  #drawn = new Map(); // message id -> {message, element}
  #day;
  #left = null; // where the reader was when the chat was put away; null is the end
  #wasAtEnd = true; // before the window changed its size
  #width;
  #pressed = null; // how many messages there were when a button was pressed
  #typing = make("p", { class: "typing", hidden: true }, make("i"), make("i"), make("i"));
  #typingEnds;

  constructor(name) {
    this.#name = name;
    this.element = make("div", { class: "log", role: "log", "aria-live": "off", tabindex: "0" });
    this.newer = make("button", { type: "button", class: "newer", hidden: true });
    this.newer.addEventListener("click", () => this.toEnd());
    this.element.append(this.#typing);
    this.#watch();
  }

  // Everything in the language of now; a card stays as it is, with what was filled in.
  words() {
    this.element.setAttribute("aria-label", say("transcript", { name: this.#name }));
    this.newer.textContent = `${say("newer")} ↓`;
    this.#typing.setAttribute("aria-label", say("typing"));
    for (const line of this.element.querySelectorAll(".day")) {
      line.textContent = day(line.dataset.at);
    }
    for (const { message, element } of [...this.#drawn.values()]) {
      const saidBy = element.querySelector(".said-by");
      if (!element.querySelector(".card")) this.#exchange(message, element);
      else saidBy.replaceWith(drawSaidBy(message, this.#name));
    }
  }

  draw(message) {
    const known = this.#drawn.get(message.id);
    if (!known) this.#append(message);
    else if (known.message.version !== message.version) this.#exchange(message, known.element);
  }

  remove(id) {
    this.#drawn.get(id)?.element.remove();
    this.#drawn.delete(id);
  }

  clear() {
    this.#drawn.clear();
    this.#day = undefined;
    this.element.replaceChildren(this.#typing);
  }

  showTyping(yes = true) {
    clearTimeout(this.#typingEnds);
    const wasAtEnd = this.atEnd();
    this.#typing.hidden = !yes;
    if (yes) this.#typingEnds = setTimeout(() => this.showTyping(false), TYPING);
    if (wasAtEnd) this.toEnd();
  }

  leave() {
    this.#left = this.atEnd() ? null : this.element.scrollTop;
  }

  // Where the reader goes on: at the first unread message, else where it was left.
  enter(unread) {
    this.toEnd();
    const first = this.#drawn.get(unread)?.element;
    if (first) this.element.scrollTop = Math.min(this.element.scrollTop, first.offsetTop - 12);
    else if (this.#left !== null) this.element.scrollTop = this.#left;
    this.#wasAtEnd = this.atEnd();
  }

  atEnd() {
    const { scrollHeight, scrollTop, clientHeight } = this.element;
    return scrollHeight - scrollTop - clientHeight < NEAR;
  }

  toEnd() {
    this.element.scrollTop = this.element.scrollHeight;
    this.newer.hidden = true;
  }

  // To the newest card that asks something; false when there is none.
  focusCard() {
    const fields = "input, select, textarea, .ac-pushButton";
    const cards = [...this.element.querySelectorAll(".card")].reverse();
    const field = cards.map((card) => card.querySelector(fields)).find(Boolean);
    field?.focus();
    return Boolean(field);
  }

  #append(message) {
    const wasAtEnd = this.atEnd();
    const element = drawMessage(message, this.#name);
    this.#drawn.set(message.id, { message, element });
    this.#beginDay(message.at);
    const before = this.#typing.previousElementSibling;
    if (before.dataset.by === message.by) element.classList.add("goes-on");
    this.#typing.before(element);
    if (message.by === "bot") this.showTyping(false);
    const follows = wasAtEnd || message.by === "person" || this.#pressed !== null;
    if (follows) this.#showNewest();
    else this.newer.hidden = false;
  }

  #beginDay(at) {
    if (this.#day === dayKey(at)) return;
    this.#day = dayKey(at);
    this.#typing.before(make("p", { class: "day", "data-at": at }, day(at)));
  }

  // The end of the chat, or the beginning of a message that is longer than the window.
  #showNewest() {
    this.toEnd();
    const newest = this.#typing.previousElementSibling;
    const isLong = newest.offsetHeight > this.element.clientHeight;
    if (isLong) this.element.scrollTop = newest.offsetTop - 12;
  }

  // A receipt where the card stood: whoever used the card stays there.
  #exchange(message, old) {
    const held = old.contains(document.activeElement);
    const wasAtEnd = this.atEnd();
    const element = drawMessage(message, this.#name);
    this.#drawn.set(message.id, { message, element });
    if (old.classList.contains("goes-on")) element.classList.add("goes-on");
    element.classList.add("changed");
    old.replaceWith(element);
    if (held) (element.querySelector(".card") ?? this.element).focus({ preventScroll: true });
    const nothingNew = this.#drawn.size === this.#pressed;
    if (nothingNew) element.scrollIntoView({ block: "nearest" });
    else if (wasAtEnd || this.#pressed !== null) this.#showNewest();
  }

  // Whoever presses a button follows what comes of it, until they look elsewhere themselves.
  #watch() {
    const { element } = this;
    element.addEventListener("click", ({ target }) => {
      if (target.closest("button")) this.#pressed = this.#drawn.size;
    });
    for (const what of ["wheel", "touchmove", "input"]) {
      element.addEventListener(what, () => (this.#pressed = null), { passive: true });
    }
    element.addEventListener("scroll", () => this.#seeScroll(), { passive: true });
    new ResizeObserver(() => this.#seeSize()).observe(element);
  }

  #seeScroll() {
    // In a window of another size the browser itself scrolled; that comes to `#seeSize`.
    if (this.element.clientWidth !== this.#width) return;
    this.#wasAtEnd = this.atEnd();
    if (this.#wasAtEnd) this.newer.hidden = true;
  }

  #seeSize() {
    this.#width = this.element.clientWidth;
    if (this.#wasAtEnd) this.toEnd();
  }
}
