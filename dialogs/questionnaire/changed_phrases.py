"""What is said about messages that were edited or deleted."""

from __future__ import annotations

from plan.text import Text

UNCHANGED = Text(
    nl="Een eerder bericht wijzigen verandert hier niets. Stuur het als nieuw bericht, of typ "
    '"vragenlijst" om een antwoord te wijzigen.',
    en="Editing an earlier message changes nothing here. Send it as a new message, or type "
    '"questionnaire" to change an answer.',
)
STAYS = Text(
    nl='Een bericht verwijderen wist geen antwoord. Typ "vragenlijst" om een antwoord te wijzigen '
    "of leeg te maken.",
    en='Deleting a message erases no answer. Type "questionnaire" to change an answer or to empty '
    "it.",
)
CLOSED = Text(
    nl="Deze ronde is gesloten. Het antwoord blijft zoals het was. Moet er toch iets anders? Laat "
    "het de coördinator weten.",
    en="This round is closed. The answer stays as it was. Must something change after all? Let "
    "the coordinator know.",
)
STAYS_SO = Text(
    nl="Het antwoord dat ik had, is niet veranderd.", en="The answer I had was not changed."
)
STANDS = Text(nl="Het antwoord staat er nog.", en="The answer is still there.")
AGAIN = Text(
    nl='Dat antwoord is gewist. Typ "vragenlijst" om het opnieuw te geven.',
    en='That answer was erased. Type "questionnaire" to give it again.',
)
DELETE_TOO = Text(
    nl="Dit bericht is verwijderd. Moet het antwoord ook weg?",
    en="That message was deleted. Must the answer go too?",
)
STILL_THERE = Text(nl="Het antwoord is nog bewaard.", en="The answer is still kept.")
LEAVE = Text(nl="Laten staan", en="Leave it")
TAKE_BACK = Text(nl="Antwoord wissen", en="Erase the answer")
TAKEN_BACK = Text(
    nl="Opgeslagen: het antwoord is gewist. De vraag staat weer open.",
    en="Saved: the answer was erased. The question is open again.",
)
NOT_YET = Text(nl="Nog niet gewist", en="Not erased yet")
