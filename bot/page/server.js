// What the page asks of the server.

import { locale } from "./words.js";

// Answers {ok, arrived, said}; never throws, so that every action can say what went wrong.
// arrived: the server took it; ok: the bot then did what was asked.
async function post(path, body) {
  try {
    const response = await fetch(path, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ locale: locale(), ...body }),
    });
    if (response.ok) return { arrived: true, ...(await response.json()) };
  } catch {
    // No server, or one that stopped halfway.
  }
  return { ok: false, arrived: false, said: "" };
}

const of = (person) => `/trial/people/${encodeURIComponent(person)}`;

export const open = (person) => post(`${of(person)}/open`, {});
export const speak = (person, id, text) => post(`${of(person)}/say`, { id, text });
export const press = (person, button) => post(`${of(person)}/press`, button);
export const answerFile = (person, answer, activity) =>
  post(`${of(person)}/files/${answer}`, { activity });
export const moveClock = (by) => post("/trial/clock", { by });
