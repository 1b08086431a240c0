// The server's events as they happen, also after the connection was lost.

import { town } from "./town.js";

const SILENCE = 40_000; // ms; the server gives a sign of life every fifteen seconds

const takers = {
  all: (data) => town.takeAll(data),
  message: (data) => town.take(data),
  gone: (data) => town.remove(data),
  typing: (data) => town.takeTyping(data),
  turn: (data) => town.takeTurn(data),
  beat: (data) => town.takeTime(data),
};

let source;
let watch;

export function connect() {
  source?.close();
  source = new EventSource("/trial/events");
  for (const [event, take] of Object.entries(takers)) {
    source.addEventListener(event, ({ data }) => {
      alive();
      take(JSON.parse(data));
    });
  }
  source.addEventListener("error", () => {
    document.getElementById("lost").hidden = false;
    // A refused connection is not tried again by the browser itself.
    if (source.readyState === EventSource.CLOSED) later(2_000);
  });
}

function alive() {
  document.getElementById("lost").hidden = true;
  later(SILENCE);
}

function later(wait) {
  clearTimeout(watch);
  watch = setTimeout(connect, wait);
}
