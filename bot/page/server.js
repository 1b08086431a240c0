// What the page asks of the server.

import { locale } from "./words.js";

// Answers {ok, status, said}; never throws, so that every action can say what went wrong.
async function post(path, body) {
  try {
    const response = await fetch(path, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ locale: locale(), ...body }),
    });
    if (!response.ok) return { ok: false, status: response.status, said: "" };
    return { ok: true, ...(await response.json()) };
  } catch {
    return { ok: false, status: 0, said: "" };
  }
}

const of = (person) => `/trial/people/${encodeURIComponent(person)}`;

export const open = (person) => post(`${of(person)}/open`, {});
export const speak = (person, text) => post(`${of(person)}/say`, { text });
export const press = (person, button) => post(`${of(person)}/press`, button);
export const answerFile = (person, answer, activity) =>
  post(`${of(person)}/files/${answer}`, { activity });
export const moveClock = (by) => post("/trial/clock", { by });
