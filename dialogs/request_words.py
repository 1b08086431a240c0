"""What the request of each sort of step is called."""

from __future__ import annotations

from plan.text import Text
from plan.track import Sort

WORDS: dict[Sort, tuple[Text, Text, Text]] = {
    "consult": (
        Text(nl="Vragenlijst versturen", en="Send the questionnaire"),
        Text(
            nl="Elke partner krijgt eerst de kernvragen, over de eigen thema's en maatregelen. "
            "Wie meer kwijt wil, kan daarna per onderwerp verder. Ik stuur hoogstens drie "
            "herinneringen, en alleen aan wie nog niet klaar is.",
            en="Each partner first gets the core questions, about its own themes and measures. "
            "Anyone who wants to say more can then go on by topic. I send at most three "
            "reminders, and only to those who are not ready yet.",
        ),
        Text(nl="De vragenlijst", en="The questionnaire"),
    ),
    "check": (
        Text(nl="Checks versturen", en="Send the checks"),
        Text(
            nl="Elke partner krijgt alleen de eigen onderdelen, met de vragen erbij. Waar de "
            "partner trekker van is, staat bovenaan. Alles staat alvast op akkoord, zodat één "
            "tik genoeg is als het klopt. Ik stuur hoogstens drie herinneringen, en alleen "
            "aan wie nog niet klaar is.",
            en="Each partner only gets its own parts, with the questions. What it leads comes "
            "first. Everything is set to agreed, so one tap will do if it is right. I send at "
            "most three reminders, and only to those who are not ready yet.",
        ),
        Text(nl="De check", en="The check"),
    ),
}
"""Per sort of step the title, what happens, and what it is called."""
