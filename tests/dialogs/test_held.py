"""Text that looks like personal data is held back before it is kept, with the passage marked."""

import msgspec

from dialogs.questionnaire.core import core_view
from dialogs.questionnaire.sheet import open_sheet
from dialogs.turn import Turn
from dialogs.view import Marked
from tests.dialogs.talk import RUUD, Talk, filled, view_of, words

SUSPECT = "Familie De Vries op Dorpsstraat 12 geeft overlast"


def sent(talk: Talk, **inputs: str) -> Turn:
    sheet = open_sheet(talk.dossier, talk.said(RUUD).who)
    assert sheet
    card = core_view(talk.dossier, sheet)
    return talk.press(RUUD, card, "save", {"O1/T1": SUSPECT, **inputs})


def everything(talk: Talk) -> str:
    return msgspec.json.encode([msgspec.to_builtins(r) for r in talk.dossier.records()]).decode()


def test_only_the_suspect_text_is_held_back_and_it_is_kept_nowhere() -> None:
    talk = Talk()
    turn = sent(talk, R1="4")
    assert talk.answers() == {"R1": 4}
    assert "De Vries" not in everything(talk)
    card = view_of(turn)
    (marked,) = [e for e in card.elements if isinstance(e, Marked)]
    assert [SUSPECT[a:b] for a, b in marked.passages] == ["Familie De Vries", "Dorpsstraat 12"]
    assert "Gemarkeerd: naam van een familie, adres met huisnummer." in words(turn)


def test_a_card_with_nothing_but_suspect_text_gets_no_receipt() -> None:
    talk = Talk()
    turn = sent(talk)
    assert words(turn).startswith("Nog niet opgeslagen")
    assert "Opgeslagen" not in words(turn)


def test_the_rewritten_text_is_kept() -> None:
    talk = Talk()
    card = view_of(sent(talk))
    turn = talk.press(RUUD, card, "save", {"O1/T1": "Een gezin geeft overlast"})
    assert words(turn).startswith("Opgeslagen")
    assert talk.answers() == {"O1/T1": "Een gezin geeft overlast"}


def test_rewritten_but_still_suspect_is_held_back_again() -> None:
    talk = Talk()
    card = view_of(sent(talk))
    again = view_of(talk.press(RUUD, card, "save", {"O1/T1": "Bel 06-12345678"}))
    assert "Bel 06-12345678" in filled(again).values()
    assert talk.answers() == {}


def test_the_speaker_may_say_that_it_is_about_no_person() -> None:
    talk = Talk()
    card = view_of(sent(talk))
    talk.press(RUUD, card, "not_personal", {})
    assert talk.answers() == {"O1/T1": SUSPECT}


def test_not_saving_it_is_no_receipt() -> None:
    talk = Talk()
    card = view_of(sent(talk))
    turn = talk.press(RUUD, card, "skip", {})
    assert words(turn).startswith("Overgeslagen, niets bewaard")
    assert "Opgeslagen" not in words(turn)
    assert "De Vries" not in everything(talk)


def test_typed_text_is_held_back_as_well_and_typing_goes_on_after_it() -> None:
    talk = Talk()
    talk.say(RUUD, "vraag voor vraag")
    turn = talk.say(RUUD, SUSPECT)
    assert "De Vries" not in everything(talk)
    assert talk.table().asked == "O1/T1"
    turn = talk.press(RUUD, view_of(turn), "save", {"O1/T1": "Een gezin geeft overlast"})
    assert words(turn).startswith("Opgeslagen")
    assert talk.answers() == {"O1/T1": "Een gezin geeft overlast"}
    assert talk.table().asked == "O1/T2"


def test_typed_text_may_be_typed_again_or_left_out() -> None:
    talk = Talk()
    talk.say(RUUD, "vraag voor vraag")
    talk.say(RUUD, SUSPECT)
    talk.say(RUUD, "Een gezin geeft overlast")
    assert talk.answers() == {"O1/T1": "Een gezin geeft overlast"}
    turn = talk.say(RUUD, SUSPECT)
    talk.press(RUUD, view_of(turn), "skip", {})
    assert talk.table().asked == "O2/T1"
    assert "De Vries" not in everything(talk)
