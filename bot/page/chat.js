// The chat of one person: who it is, what was said, suggested answers, and the words being typed.

import { Log } from "./log.js";
import { avatar, icon, iconButton, make } from "./parts.js";
import { open } from "./server.js";
import { town } from "./town.js";
import { tell } from "./unsent.js";
import { say } from "./words.js";

const TALLEST = 160; // px the text box grows to

export class Chat {
  #greeted = false; // whether the bot knows that this chat is there

  // `pin` and `shut` are called with the person's id.
  constructor(person, { pin, shut }) {
    this.person = person;
    this.log = new Log(person.name);
    this.pin = iconButton("pin", "", () => pin(person.id));
    this.shut = iconButton("close", "", () => shut(person.id));
    this.pin.classList.add("pin");
    this.shut.classList.add("shut");
    this.chips = make("p", { class: "chips" });
    this.element = make("section", { class: "chat", "data-person": person.id });
    this.element.append(this.#head(), this.log.element, this.log.newer);
    this.element.append(this.chips, this.#composer());
    this.words();
  }

  // Everything that depends on the language.
  words() {
    const { name } = this.person;
    this.element.setAttribute("aria-label", name);
    nameIt(this.shut, say("shut", { name }));
    nameIt(this.sendButton, say("send"));
    this.area.placeholder = say("write_as", { name });
    this.area.setAttribute("aria-label", say("write_as", { name }));
    this.area.title = say("write_help");
    this.showPinned(this.pin.getAttribute("aria-pressed") === "true");
    this.log.words();
  }

  showPinned(yes) {
    this.pin.setAttribute("aria-pressed", String(yes));
    nameIt(this.pin, say("pin"));
  }

  begin() {
    this.greet();
    for (const message of town.chat(this.person.id).values()) this.draw(message);
  }

  // A server that forgot its chats knows nothing of this one any more.
  beginAgain() {
    this.log.clear();
    this.#greeted = false;
  }

  // Also when the server was away at first.
  async greet() {
    if (!this.#greeted) this.#greeted = (await open(this.person.id)).ok;
  }

  draw(message) {
    this.log.draw(message);
    this.#showChips();
  }

  remove(id) {
    this.log.remove(id);
    this.#showChips();
  }

  focus() {
    this.area.focus({ preventScroll: true });
  }

  #head() {
    const { name, role, organisation } = this.person;
    const what = `${role} · ${organisation}`;
    const who = make("div", { class: "who" }, make("h2", {}, name));
    who.append(make("p", { title: what }, what));
    return make("header", { class: "chat-head" }, avatar(this.person), who, this.pin, this.shut);
  }

  #composer() {
    this.area = make("textarea", { rows: "1", maxlength: "28000", enterkeyhint: "send" });
    this.area.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      this.#send();
    });
    this.area.addEventListener("input", () => this.#fit());
    this.sendButton = make("button", { class: "primary icon" }, icon("send"));
    const onsubmit = (event) => {
      event.preventDefault();
      this.#send();
    };
    return make("form", { class: "composer", onsubmit }, this.area, this.sendButton);
  }

  #send() {
    const words = this.area.value.trim();
    if (!words) return;
    this.area.value = "";
    this.#fit();
    tell(this.person.id, words);
  }

  #fit() {
    this.area.style.height = "auto";
    this.area.style.height = `${Math.min(this.area.scrollHeight + 2, TALLEST)}px`;
  }

  // Suggested answers go away as soon as something follows.
  #showChips() {
    const wasAtEnd = this.log.atEnd();
    const last = town.last(this.person.id);
    const chips = (last?.by === "bot" ? last.chips : []).map((words) => {
      const onclick = () => {
        this.focus();
        tell(this.person.id, words);
      };
      return make("button", { type: "button", class: "chip", onclick }, words);
    });
    this.chips.replaceChildren(...chips);
    if (wasAtEnd && chips.length) this.log.toEnd();
  }
}

function nameIt(button, words) {
  button.title = words;
  button.setAttribute("aria-label", words);
}
