// Moments in the words of the town: Europe/Amsterdam, wherever the reader is.

import { currentLanguage, locale } from "./words.js";

const zone = { timeZone: "Europe/Amsterdam" };

function format(moment, options) {
  return new Intl.DateTimeFormat(locale(), { ...zone, ...options }).format(new Date(moment));
}

export function clockTime(moment) {
  const time = format(moment, { hour: "2-digit", minute: "2-digit" });
  return currentLanguage() === "nl" ? time.replace(":", ".") : time;
}

export function day(moment) {
  return format(moment, { weekday: "long", day: "numeric", month: "long", year: "numeric" });
}

export function full(moment) {
  const hour = currentLanguage() === "nl" ? " uur" : "";
  return `${day(moment)}, ${clockTime(moment)}${hour}`;
}

export function short(moment) {
  const date = format(moment, { weekday: "short", day: "numeric", month: "short" });
  return `${date}, ${clockTime(moment)}`;
}

// The same for every moment of one day in the town, in any language.
export function dayKey(moment) {
  return new Intl.DateTimeFormat("en-CA", zone).format(new Date(moment));
}
