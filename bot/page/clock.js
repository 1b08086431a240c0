// The clock of the town and the buttons that move it.

import { clockTime, full, short } from "./moments.js";
import { make } from "./parts.js";
import { moveClock } from "./server.js";
import { on, town } from "./town.js";
import { changed, say } from "./words.js";

const clock = document.getElementById("clock");
const now = clock.querySelector(".clock-now");
const coming = clock.querySelector(".clock-next");
const buttons = [...clock.querySelectorAll("button")];

let moving = false;

export function showClock() {
  on("time", draw);
  changed.addEventListener("language", draw);
  for (const button of buttons) button.addEventListener("click", () => move(button));
}

function draw() {
  if (!town.now) return;
  now.dateTime = town.now;
  now.textContent = full(town.now);
  coming.textContent = town.next ? comingWords() : say("next_none");
  const next = buttons.at(-1);
  next.title = town.next ? full(town.next) : say("next_none");
  for (const button of buttons) {
    const idle = button === next && !town.next;
    button.setAttribute("aria-disabled", String(moving || idle));
  }
}

function comingWords() {
  const today = full(town.now).split(",")[0] === full(town.next).split(",")[0];
  return today ? clockTime(town.next) : short(town.next);
}

async function move(button) {
  if (button.getAttribute("aria-disabled") === "true") return;
  moving = true;
  button.classList.add("at-work");
  draw();
  const outcome = await moveClock(button.dataset.by);
  moving = false;
  button.classList.remove("at-work");
  draw();
  clock.querySelector(".problem")?.remove();
  if (!outcome.arrived) {
    clock.append(make("span", { class: "problem", role: "alert" }, say("clock_failed")));
  }
}
