// Adaptive Cards by Microsoft's own renderer, in the colours of the page.

import { make } from "./parts.js";
import { currentLanguage, say } from "./words.js";

const marked = { default: "var(--highlight)", subtle: "var(--highlight)" };

function color(name, subtle = name) {
  return { default: `var(--${name})`, subtle: `var(--${subtle})`, highlightColors: marked };
}

const colors = {
  default: color("ink", "ink-soft"),
  dark: color("ink"),
  light: color("ink-soft"),
  accent: color("accent"),
  good: color("good"),
  warning: color("warning"),
  attention: color("attention"),
};

const style = (background) => ({ backgroundColor: background, foregroundColors: colors });

// The colours are the page's own variables, so a card follows light and dark by itself.
const look = {
  supportsInteractivity: true,
  fontFamily: "inherit",
  fontSizes: { small: 12, default: 14, medium: 16, large: 18, extraLarge: 22 },
  fontWeights: { lighter: 300, default: 400, bolder: 600 },
  spacing: { small: 4, default: 10, medium: 16, large: 22, extraLarge: 28, padding: 14 },
  separator: { lineThickness: 1, lineColor: "var(--line)" },
  textBlock: { headingLevel: 3 },
  containerStyles: {
    default: style("transparent"),
    emphasis: style("var(--ground)"),
    accent: style("var(--accent-soft)"),
    good: style("var(--good-soft)"),
    warning: style("var(--warning-soft)"),
    attention: style("var(--attention-soft)"),
  },
  actions: {
    maxActions: 12,
    spacing: "medium",
    buttonSpacing: 8,
    actionsOrientation: "horizontal",
    actionAlignment: "left",
    showCard: { actionMode: "inline", inlineTopMargin: 12, style: "emphasis" },
  },
  inputs: {
    label: {
      inputSpacing: "small",
      requiredInputs: { weight: "bolder", suffix: " *", suffixColor: "attention" },
      optionalInputs: { weight: "bolder" },
    },
    errorMessage: { color: "attention", weight: "default", spacing: "small" },
  },
  factSet: {
    title: { color: "default", isSubtle: true, weight: "default", wrap: true, maxWidth: 180 },
    value: { color: "default", weight: "default", wrap: true },
    spacing: 12,
  },
};

export const canDraw = () => "AdaptiveCards" in window;

// `press(button)` is called with {type, title, id, verb, data}, answers {ok, said}.
export function drawCard(content, press) {
  if (!canDraw()) return make("p", { class: "problem" }, say("no_renderer"));
  const cards = window.AdaptiveCards;
  cards.AdaptiveCard.onProcessMarkdown = () => {}; // text stays text
  const card = new cards.AdaptiveCard();
  card.hostConfig = new cards.HostConfig(look);
  card.parse(content);
  const drawn = card.render();
  if (!drawn) {
    return make("p", { class: "problem" }, content.fallbackText ?? say("card_unreadable"));
  }
  const label = content.speak ?? say("card");
  // A form of its own: the same question may stand in two chats, and radio buttons go by name.
  const frame = make("form", { class: "card", "aria-label": label, tabindex: "-1" });
  frame.addEventListener("submit", (event) => event.preventDefault());
  frame.lang = content.lang ?? currentLanguage();
  drawn.removeAttribute("tabindex");
  frame.append(drawn);
  showBars(drawn);
  showFolds(drawn);
  card.onExecuteAction = (action) => act(action, frame, press);
  return frame;
}

// A row of coloured columns without words is a picture of how far something is.
function showBars(drawn) {
  for (const row of drawn.querySelectorAll(".ac-columnSet")) {
    row.classList.toggle("bar", !row.textContent.trim());
  }
}

// A button that shows and hides a part says whether that part is open.
function showFolds(drawn) {
  for (const button of drawn.querySelectorAll("[aria-controls]")) {
    const part = drawn.querySelector(`#${CSS.escape(button.getAttribute("aria-controls"))}`);
    const say = () => button.setAttribute("aria-expanded", String(part.style.display !== "none"));
    if (part) say();
    if (part) button.addEventListener("click", () => setTimeout(say));
  }
}

function act(action, frame, press) {
  const type = action.getJsonTypeName();
  if (type === "Action.OpenUrl") {
    if (/^(https?|mailto):/.test(action.url)) window.open(action.url, "_blank", "noopener");
  } else if (type === "Action.Execute" || type === "Action.Submit") {
    const { title, id, verb, data } = action;
    work(frame, action.renderedElement, () => press({ type, title, id, verb, data }));
  }
}

// While a button is at work nothing else of its card can be pressed.
async function work(frame, button, doIt) {
  if (frame.ariaBusy === "true") return;
  frame.querySelector(".problem")?.remove();
  const buttons = [...frame.querySelectorAll(".ac-pushButton")];
  frame.ariaBusy = "true";
  for (const each of buttons) each.setAttribute("aria-disabled", "true");
  button?.classList.add("at-work");
  const outcome = await doIt();
  button?.classList.remove("at-work");
  for (const each of buttons) each.removeAttribute("aria-disabled");
  frame.ariaBusy = "false";
  if (!outcome.ok) {
    const words = outcome.said || say("card_failed");
    const problem = make("p", { class: "problem", role: "alert" }, words);
    frame.append(problem);
    problem.scrollIntoView({ block: "nearest" });
  } else if (outcome.said) {
    const note = make("p", { class: "passing", role: "status" }, outcome.said);
    frame.append(note);
    setTimeout(() => note.remove(), NOTED);
  }
}

// How long a sentence stands under a card, in milliseconds; in Teams it passes too.
const NOTED = 4000;
