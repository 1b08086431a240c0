// Puts the page together.

import { canDraw } from "./card.js";
import { showClock } from "./clock.js";
import { showDraft } from "./draft.js";
import { hearKeys } from "./keys.js";
import { showLook } from "./look.js";
import { choose, isOpen, openFromAddress, showPanes } from "./panes.js";
import { showPeople } from "./people.js";
import { connect } from "./stream.js";
import { on, town } from "./town.js";
import { showUnsent } from "./unsent.js";
import { changed, say } from "./words.js";

const hint = document.getElementById("hint");

function showHint() {
  const first = town.people[0];
  if (!first) return;
  document.getElementById("hint-who").textContent = say("hint_who", first);
  hint.hidden = localStorage.getItem("hint") === "read";
}

// The coordinator's chat is open from the start, where there is room for it beside the list.
function openFirst() {
  if (openFromAddress()) return;
  const roomy = matchMedia("(min-width: 800px)").matches;
  if (roomy && town.people.length) choose(town.people[0].id);
}

showLook();
showPeople({ choose, isOpen });
showPanes();
showUnsent();
showClock();
showDraft();
hearKeys(choose);
document.getElementById("no-renderer").hidden = canDraw();
document.getElementById("hint-close").addEventListener("click", () => {
  localStorage.setItem("hint", "read");
  hint.hidden = true;
});
on("people", showHint);
changed.addEventListener("language", showHint);
town.addEventListener("ready", openFirst, { once: true });
connect();
