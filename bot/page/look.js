// Light or dark, the language, and which parts of the page are in view.

import { readShown } from "./panes.js";
import { currentLanguage, setLanguage } from "./words.js";

const root = document.documentElement;
const dark = matchMedia("(prefers-color-scheme: dark)");
const wide = matchMedia("(min-width: 1200px)");
const draftSwitch = document.getElementById("draft-switch");

export function showLook() {
  setTheme(localStorage.getItem("theme"));
  setLanguage(currentLanguage());
  document.getElementById("theme").addEventListener("click", switchTheme);
  document.getElementById("language").addEventListener("click", () => {
    setLanguage(currentLanguage() === "nl" ? "en" : "nl");
  });
  for (const button of document.querySelectorAll(".views button")) {
    button.addEventListener("click", () => view(button.dataset.view));
  }
  new MutationObserver(markView).observe(document.body, { attributeFilter: ["data-view"] });
  markView();
  setDraft(wide.matches);
  wide.addEventListener("change", () => setDraft(wide.matches));
  draftSwitch.addEventListener("click", () => setDraft(document.body.dataset.draft === "shut"));
}

export function view(name) {
  document.body.dataset.view = name;
}

// Follows the system until somebody chooses.
function setTheme(chosen) {
  if (chosen) root.dataset.theme = chosen;
}

function switchTheme() {
  const isDark = root.dataset.theme ? root.dataset.theme === "dark" : dark.matches;
  const chosen = isDark ? "light" : "dark";
  localStorage.setItem("theme", chosen);
  setTheme(chosen);
}

function setDraft(open) {
  document.body.dataset.draft = open ? "open" : "shut";
  draftSwitch.setAttribute("aria-expanded", String(open));
}

function markView() {
  for (const button of document.querySelectorAll(".views button")) {
    const here = button.dataset.view === document.body.dataset.view;
    if (here) button.setAttribute("aria-current", "page");
    else button.removeAttribute("aria-current");
  }
  readShown();
}
