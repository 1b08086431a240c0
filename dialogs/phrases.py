"""The assistant's own words; what belongs to one dialog alone stands with that dialog."""

from __future__ import annotations

from plan.text import Text

SAVED = Text(nl="Opgeslagen, {time}, nr. {number}", en="Saved, {time}, no. {number}")
SAVED_AT = Text(nl="Opgeslagen, {time}.", en="Saved, {time}.")
NO_RESIDENTS = Text(
    nl="Noem geen namen of adressen van inwoners. Uw antwoord kan bij een Woo-verzoek horen.",
    en="Do not name residents or addresses. Your answer may fall under a Woo request.",
)
FOR_ORGANISATION = Text(nl="U antwoordt namens {org}.", en="You answer on behalf of {org}.")
FOR_OWN = Text(nl="Je antwoordt namens {org}.", en="You answer on behalf of {org}.")
ON_BEHALF = Text(
    nl="Je vult dit in namens {org}; dat komt in het register te staan.",
    en="You fill this in on behalf of {org}; the register says so.",
)
NOT_YOURS = Text(
    nl="Deze kaart is niet voor u, of bestaat niet meer. Er is niets veranderd.",
    en="This card is not for you, or no longer exists. Nothing was changed.",
)
ROUND_CLOSED = Text(
    nl="Deze ronde is gesloten. Dit antwoord is niet meer bewaard. Moet er toch iets bij? Laat "
    "het de coördinator weten.",
    en="This round is closed. This answer was not kept. Is there still something to add? Let the "
    "coordinator know.",
)
STRANGER = Text(
    nl="Goedendag. Ik help gemeenten met hun uitvoeringsplan veiligheid, maar ik ken u nog niet. "
    "Vraag de coördinator van uw gemeente om u toe te voegen.",
    en="Good day. I help municipalities with their yearly safety plan, but I do not know you yet. "
    "Ask the coordinator of your municipality to add you.",
)
PERSONAL_ONLY = Text(
    nl="Vragen en antwoorden horen in een persoonlijk gesprek. Open een chat met mij.",
    en="Questions and answers belong in a personal chat. Open a chat with me.",
)
NO_FILES = Text(
    nl="Bestanden kan ik nog niet lezen. Plak de tekst in een bericht, of vraag de coördinator om "
    "het bestand te laten inlezen.",
    en="I cannot read files yet. Paste the text into a message, or ask the coordinator to have "
    "the file loaded.",
)
NO_MEDIA = Text(
    nl="Afbeeldingen, geluid en video kan ik niet bekijken. Typ in een bericht wat erop staat of "
    "wat er wordt gezegd.",
    en="I cannot look at pictures, sound or video. Type in a message what they show or say.",
)
NO_CARDS = Text(
    nl="Een kaart of een doorgestuurd bericht kan ik niet lezen. Plak de tekst in een bericht.",
    en="I cannot read a card or a forwarded message. Paste the text into a message.",
)
ALONG = {"file": NO_FILES, "media": NO_MEDIA, "card": NO_CARDS}
"""By what came along with a message."""
UNKNOWN_WORD = Text(
    nl='Dat begrijp ik niet. Misschien een van deze: {likely}? Typ "help" voor alles wat ik kan.',
    en='I do not understand that. Perhaps one of these: {likely}? Type "help" for everything I '
    "can do.",
)
NOT_KEPT = Text(
    nl="Niet opgeslagen, probeer het opnieuw. De getypte tekst staat er nog.",
    en="Not saved, please try again. What you typed is still there.",
)
NOTHING_OPEN = Text(
    nl="Er staat nu niets open. Ik laat het weten zodra er iets te doen is.",
    en="Nothing is open now. I will let you know when there is something to do.",
)
LATER = Text(nl="Later", en="Later")
SAVE = Text(nl="Opslaan", en="Save")
WELCOME = Text(
    nl="Welkom. Ik ben de assistent voor het jaarlijkse uitvoeringsplan integrale veiligheid. Ik "
    'stel vragen, onthoud elk antwoord en maak er een concept van. Typ "help" voor alles wat ik '
    'kan, of "privacy" voor wat ik bewaar.',
    en="Welcome. I am the assistant for the yearly safety plan. I ask questions, keep every "
    'answer and make a draft of them. Type "help" for everything I can do, or "privacy" for what '
    "I keep.",
)
WELCOME_BACK = Text(
    nl="Welkom terug. Alles wat was bewaard, staat er nog. Berichten komen weer hier binnen.",
    en="Welcome back. Everything that was kept is still there. Messages arrive here again.",
)
NO_PLAN = Text(
    nl='Er is nog geen plan. Typ "nieuw plan" om er een te beginnen.',
    en='There is no plan yet. Type "new plan" to begin one.',
)
STOPPED = Text(
    nl='Opgeslagen. Er komen geen berichten meer. Typ "wel berichten" om ze weer te krijgen.',
    en='Saved. No more messages will come. Type "messages on" to get them again.',
)
OLD_ROUND = Text(
    nl="Die kaart hoort bij een eerdere ronde; er is niets veranderd. Dit is de huidige kaart.",
    en="That card belongs to an earlier round; nothing was changed. This is the current one.",
)
NOTHING_YET = Text(
    nl="Er is nog niets beantwoord, dus het is nog niet klaar. Dit zijn de vragen.",
    en="Nothing has been answered yet, so it is not ready. These are the questions.",
)
NOT_SAVED_YET = Text(nl="Nog niet opgeslagen", en="Not saved yet")
SKIPPED = Text(nl="Overgeslagen, niets bewaard", en="Skipped, nothing was kept")
NOTHING_KEPT = Text(
    nl="Hier is niets ingevuld, dus ook niets bewaard.",
    en="Nothing was filled in here, so nothing was kept.",
)
ONLY_COORDINATOR = Text(
    nl='Dat kan alleen de coördinator. Typ "help" voor wat wel kan.',
    en='Only the coordinator can do that. Type "help" for what you can do.',
)
STAND_ABOVE = Text(
    nl='Wat ik al stuurde, staat in dit gesprek. Typ "verder" om door te gaan.',
    en='What I sent you before is in this chat. Type "next" to go on.',
)
