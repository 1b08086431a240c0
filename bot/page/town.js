// What the page knows: the people, their chats, what was read, and the time in the town.

class Town extends EventTarget {
  people = [];
  chats = new Map(); // person -> Map of message id -> message, oldest first
  now = null;
  next = null;
  #run = localStorage.getItem("run");
  #read = new Map(Object.entries(JSON.parse(localStorage.getItem("read") ?? "{}")));

  person(id) {
    return this.people.find((person) => person.id === id);
  }

  chat(person) {
    if (!this.chats.has(person)) this.chats.set(person, new Map());
    return this.chats.get(person);
  }

  last(person) {
    return [...this.chat(person).values()].at(-1);
  }

  // What the bot said that was not in view yet, oldest first.
  unread(person) {
    const read = this.#read.get(person) ?? 0;
    const fresh = (message) => message.by === "bot" && message.order > read;
    return [...this.chat(person).values()].filter(fresh);
  }

  markRead(person) {
    const last = this.last(person);
    if (!last || (this.#read.get(person) ?? 0) >= last.order) return;
    this.#read.set(person, last.order);
    this.#keepRead();
    this.#tell("read", person);
  }

  // Everything as the server has it now. Another run is another history, from nothing; the same
  // one may lack the last moments before the server stopped.
  takeAll({ run, people, messages, now, next }) {
    if (run !== this.#run) {
      this.#run = run;
      localStorage.setItem("run", run);
      this.#read.clear();
      this.#keepRead();
      this.chats.clear();
      this.#tell("fresh");
    }
    this.takePeople(people);
    for (const [person, list] of Object.entries(messages)) {
      const kept = new Set(list.map((message) => message.id));
      for (const { id, version } of this.chat(person).values()) {
        if (version > 0 && !kept.has(id)) this.remove({ person, id });
      }
      for (const message of list) this.take(message, { quiet: true });
    }
    this.takeTime({ now, next });
    this.#tell("ready");
  }

  take(message, { quiet = false } = {}) {
    const chat = this.chat(message.person);
    const known = chat.get(message.id);
    if (quiet ? known?.version === message.version : known?.version >= message.version) return;
    chat.set(message.id, message);
    this.#tell("message", { message, isNew: !known, quiet });
  }

  remove({ person, id }) {
    if (this.chat(person).delete(id)) this.#tell("gone", { person, id });
  }

  takeTime({ now, next }) {
    this.now = now;
    this.next = next;
    this.#tell("time");
  }

  // Something happened: the time, the people and the draft may be other ones.
  takeTurn({ people, now, next }) {
    this.takePeople(people);
    this.takeTime({ now, next });
    this.#tell("turn");
  }

  takePeople(people) {
    if (JSON.stringify(people) === JSON.stringify(this.people)) return;
    this.people = people;
    this.#tell("people");
  }

  takeTyping({ person }) {
    this.#tell("typing", person);
  }

  #keepRead() {
    localStorage.setItem("read", JSON.stringify(Object.fromEntries(this.#read)));
  }

  #tell(what, detail) {
    this.dispatchEvent(new CustomEvent(what, { detail }));
  }
}

export const town = new Town();

export function on(what, hear) {
  town.addEventListener(what, (event) => hear(event.detail));
}
