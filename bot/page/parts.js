// Small pieces of the page that several modules build.

// make("p", {class: "x", onclick}, "words", child): an element; text is always text.
export function make(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue;
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else element.setAttribute(key, value === true ? "" : value);
  }
  element.append(...children.filter((child) => child !== undefined && child !== null));
  return element;
}

export function icon(name) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("aria-hidden", "true");
  const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
  use.setAttribute("href", `#i-${name}`);
  svg.append(use);
  return svg;
}

export function iconButton(name, label, onclick) {
  const attributes = { type: "button", class: "quiet icon", title: label, "aria-label": label };
  return make("button", { ...attributes, onclick }, icon(name));
}

// First letters of the first and the last name; the colour follows from the id.
export function avatar(person) {
  const names = person.name.split(/\s+/);
  const letters = names[0][0] + (names.length > 1 ? names.at(-1).replace(/^'t/, "")[0] : "");
  let sum = 0;
  for (const sign of person.id) sum = (sum * 31 + sign.charCodeAt(0)) % 6;
  return make("span", { class: `avatar hue-${sum}`, "aria-hidden": "true" }, letters.toUpperCase());
}

// The first words of a message, for the list and for who listens.
export function gist(message) {
  if (message.text) return message.text;
  for (const attachment of message.attachments) {
    if (attachment.content?.body) return firstText(attachment.content.body) ?? "";
    if (attachment.name) return attachment.name;
  }
  return "";
}

function firstText(elements) {
  for (const element of elements) {
    const found = ownText(element) ?? firstText(inside(element));
    if (found) return found;
  }
  return undefined;
}

function ownText({ type, text, inlines }) {
  if (type === "RichTextBlock") return inlines.map((run) => run.text ?? run).join("");
  return type === "TextBlock" ? text : undefined;
}

function inside({ items = [], columns = [] }) {
  return [...items, ...columns];
}
