// The page's own words in Dutch and English, and the one place where they are put on the page.

const nl = {
  trial: "proefpagina",
  open_to_all: "Alleen om te proberen, op deze computer: wie deze pagina opent, kan iedereen zijn. Vul geen echte gegevens in.",
  skip_people: "Naar de mensen",
  skip_chats: "Naar het gesprek",
  skip_draft: "Naar het concept",
  clock: "Klok van de gemeente",
  hour: "+ 1 uur",
  day: "+ 1 dag",
  next: "Naar het volgende",
  next_none: "niets gepland",
  clock_failed: "De klok kon niet vooruit worden gezet. Probeer het opnieuw.",
  theme: "Licht of donker",
  language: "English",
  keys: "Toetsen",
  close: "Sluiten",
  views: "Onderdelen",
  people: "Mensen",
  chats: "Gesprekken",
  chat: "Gesprek",
  draft: "Concept",
  draft_frame: "Het concept zoals het nu is",
  draft_failed: "Het concept is nu niet te maken. Na de volgende stap proberen we het opnieuw.",
  draft_new_one: "1 nieuw stuk",
  draft_new: "{count} nieuwe stukken",
  draft_new_next: "Spring naar het volgende nieuwe stuk",
  word: "Word-bestand",
  gemeente: "Gemeente",
  partners: "Partners",
  kanaal: "Kanaal",
  lost: "Geen verbinding met de server. De pagina probeert het vanzelf opnieuw.",
  no_renderer: "De kaarten zijn niet te zien. Voer “make setup” uit en laad de pagina opnieuw.",
  hint: "Zo begint u",
  hint_what: "Dit is de assistent zoals in Teams, met een verzonnen gemeente. Alles blijft op deze computer.",
  hint_who: "Kies eerst {name}, {role}. Antwoord daarna als iemand anders.",
  hint_say: "Typ “hallo”. Zet de klok vooruit en zie wat er vanzelf gebeurt.",
  hint_close: "Uitleg sluiten",
  unread_one: "1 nieuw bericht",
  unread: "{count} nieuwe berichten",
  nothing_yet: "Nog geen berichten",
  choose: "Kies links iemand om als die persoon met de assistent te praten.",
  assistant: "Assistent",
  typing: "De assistent is bezig",
  write_as: "Schrijf als {name}",
  write_help: "Enter verstuurt, Shift+Enter begint een nieuwe regel",
  send: "Versturen",
  pin: "Vastzetten naast een ander gesprek",
  shut: "Gesprek met {name} sluiten",
  transcript: "Gesprek van {name} met de assistent",
  newer: "Nieuwe berichten",
  waiting: "wordt verstuurd",
  failed: "Niet verstuurd.",
  again: "Opnieuw versturen",
  card: "Kaart",
  card_failed: "Dat is niet gelukt en er is niets veranderd. Probeer het opnieuw.",
  card_unreadable: "Deze kaart kan niet worden getoond.",
  new_for: "Nieuw bericht voor {name}: {text}",
  file: "Bestand",
  file_offer: "De assistent wil u dit bestand sturen.",
  file_accept: "Aannemen",
  file_decline: "Niet nodig",
  file_accepted: "Aangenomen",
  file_declined: "Niet aangenomen",
  file_open: "Openen",
  file_failed: "Het bestand is niet verstuurd. Probeer het opnieuw.",
};

const en = {
  trial: "trial page",
  open_to_all: "Only for trying, on this computer: whoever opens this page can be anybody. Fill in no real data.",
  skip_people: "To the people",
  skip_chats: "To the chat",
  skip_draft: "To the draft",
  clock: "The municipality's clock",
  hour: "+ 1 hour",
  day: "+ 1 day",
  next: "To the next event",
  next_none: "nothing planned",
  clock_failed: "The clock could not be moved. Try again.",
  theme: "Light or dark",
  language: "Nederlands",
  keys: "Keys",
  close: "Close",
  views: "Parts",
  people: "People",
  chats: "Chats",
  chat: "Chat",
  draft: "Draft",
  draft_frame: "The draft as it is now",
  draft_failed: "The draft cannot be made now. We will try again after the next step.",
  draft_new_one: "1 new part",
  draft_new: "{count} new parts",
  draft_new_next: "Jump to the next new part",
  word: "Word file",
  gemeente: "Municipality",
  partners: "Partners",
  kanaal: "Channel",
  lost: "No connection with the server. The page keeps trying by itself.",
  no_renderer: "The cards cannot be shown. Run “make setup” and load the page again.",
  hint: "How to begin",
  hint_what: "This is the assistant as in Teams, with a made-up municipality. Everything stays on this computer.",
  hint_who: "Choose {name} first, {role}. Then answer as somebody else.",
  hint_say: "Type “hello”. Move the clock on and see what happens by itself.",
  hint_close: "Close this hint",
  unread_one: "1 new message",
  unread: "{count} new messages",
  nothing_yet: "No messages yet",
  choose: "Choose somebody on the left to talk with the assistant as that person.",
  assistant: "Assistant",
  typing: "The assistant is busy",
  write_as: "Write as {name}",
  write_help: "Enter sends, Shift+Enter begins a new line",
  send: "Send",
  pin: "Keep beside another chat",
  shut: "Close the chat with {name}",
  transcript: "Chat of {name} with the assistant",
  newer: "New messages",
  waiting: "being sent",
  failed: "Not sent.",
  again: "Send again",
  card: "Card",
  card_failed: "That did not work and nothing has changed. Try again.",
  card_unreadable: "This card cannot be shown.",
  new_for: "New message for {name}: {text}",
  file: "File",
  file_offer: "The assistant wants to send you this file.",
  file_accept: "Accept",
  file_decline: "Not needed",
  file_accepted: "Accepted",
  file_declined: "Not accepted",
  file_open: "Open",
  file_failed: "The file was not sent. Try again.",
};

const words = { nl, en };
let language = localStorage.getItem("language") === "en" ? "en" : "nl";

export const changed = new EventTarget();

export function currentLanguage() {
  return language;
}

export function locale() {
  return language === "nl" ? "nl-NL" : "en-GB";
}

export function say(key, values = {}) {
  return words[language][key].replace(/\{(\w+)\}/g, (_, name) => values[name]);
}

// A group of people may have a heading of its own that is no word of this page.
export function sayOr(key) {
  return words[language][key] ?? key;
}

export function sayCount(key, count) {
  return count === 1 ? say(`${key}_one`) : say(key, { count });
}

// Fills in every data-word (text), data-word-label (aria-label) and data-word-title (both).
export function fillWords(root = document) {
  for (const element of root.querySelectorAll("[data-word]")) {
    element.textContent = say(element.dataset.word);
  }
  for (const element of root.querySelectorAll("[data-word-label]")) {
    element.setAttribute("aria-label", say(element.dataset.wordLabel));
  }
  for (const element of root.querySelectorAll("[data-word-title]")) {
    const words = say(element.dataset.wordTitle);
    element.setAttribute("aria-label", words);
    element.title = words;
  }
}

export function setLanguage(chosen) {
  language = chosen;
  localStorage.setItem("language", chosen);
  document.documentElement.lang = chosen;
  fillWords();
  changed.dispatchEvent(new Event("language"));
}
