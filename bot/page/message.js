// One message in a chat: words, cards, files, and how it arrived.

import { drawCard } from "./card.js";
import { clockTime } from "./moments.js";
import { icon, make } from "./parts.js";
import { answerFile, press } from "./server.js";
import { send } from "./unsent.js";
import { say } from "./words.js";

const CARD = "application/vnd.microsoft.card.adaptive";
const OFFER = "application/vnd.microsoft.teams.card.file.consent";
const DELIVERED = "application/vnd.microsoft.teams.card.file.info";

export function drawMessage(message, name) {
  const item = make("article", { class: `message by-${message.by}`, "data-by": message.by });
  item.append(drawSaidBy(message, name));
  if (message.text) {
    const words = make("p", { class: "bubble" }, message.text);
    if (message.locale) words.lang = message.locale;
    item.append(words);
  }
  for (const attachment of message.attachments) item.append(drawAttachment(attachment, message));
  if (message.by === "person" && message.state) item.append(drawState(message));
  return item;
}

export function drawSaidBy(message, name) {
  const who = message.by === "bot" ? say("assistant") : name;
  const when = make("time", { datetime: message.at }, clockTime(message.at));
  return make("p", { class: "said-by" }, make("span", {}, who), when);
}

function drawAttachment(attachment, message) {
  switch (attachment.contentType) {
    case CARD:
      return drawCard(attachment.content, (button) =>
        press(message.person, { activity: message.id, ...button }),
      );
    case OFFER:
      return drawOffer(attachment, message);
    case DELIVERED:
      return drawDelivered(attachment);
    default:
      return make("p", { class: "bubble" }, attachment.name ?? attachment.contentType);
  }
}

function fileFrame(name, ...rest) {
  const words = make("div", { class: "file-words" }, make("strong", {}, name), ...rest);
  return make("div", { class: "file", role: "group", "aria-label": name }, icon("file"), words);
}

function drawOffer({ name, content }, message) {
  const size = content.sizeInBytes ? ` (${Math.ceil(content.sizeInBytes / 1000)} kB)` : "";
  const about = make("p", {}, (content.description || say("file_offer")) + size);
  if (message.state) {
    const state = make("p", { class: "state" }, say(`file_${message.state}`));
    return fileFrame(name, about, state);
  }
  const buttons = make("p", { class: "buttons" });
  const frame = fileFrame(name, about, buttons);
  for (const answer of ["accept", "decline"]) {
    const kind = answer === "accept" ? "primary" : "secondary";
    const onclick = () => answerOffer(frame, buttons, message, answer);
    const words = say(`file_${answer}`);
    buttons.append(make("button", { type: "button", class: kind, onclick }, words));
  }
  return frame;
}

async function answerOffer(frame, buttons, message, answer) {
  const each = [...buttons.children];
  for (const button of each) button.disabled = true;
  const outcome = await answerFile(message.person, answer, message.id);
  if (outcome.ok) return;
  for (const button of each) button.disabled = false;
  frame.querySelector(".problem")?.remove();
  const words = outcome.said || say("file_failed");
  buttons.before(make("p", { class: "problem", role: "alert" }, words));
}

function drawDelivered({ name, contentUrl }) {
  const saved = { class: "secondary", href: contentUrl, download: name, rel: "noopener" };
  const link = make("a", saved, say("file_open"));
  return fileFrame(name, make("p", { class: "buttons" }, link));
}

function drawState(message) {
  if (message.state === "waiting") return make("p", { class: "state" }, say("waiting"));
  const again = () => send(message);
  return make(
    "p",
    { class: "state problem", role: "alert" },
    say("failed"),
    " ",
    make("button", { type: "button", class: "link", onclick: again }, say("again")),
  );
}
