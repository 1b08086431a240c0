"""Sending the questionnaire: one card, filled in; what is wrong is said and nothing is sent."""

from collections.abc import Iterable
from datetime import UTC, datetime

import pytest

from dialogs.view import View
from plan.dossier import Dossier
from plan.records import Event, Measure, Message, Organisation, Record, Round, altered
from tests.dialogs.talk import ASKED, CO, PLACE, RUUD, Talk, filled, view_of, words


def unsent(extra: Iterable[Record] = ()) -> Talk:
    return Talk(dossier=Dossier((*PLACE, *extra)))


def card(talk: Talk) -> View:
    return view_of(talk.press(CO, view_of(talk.say(CO, "hallo")), "request", {}))


def test_the_card_is_filled_in_and_shows_what_each_will_be_asked() -> None:
    talk = unsent()
    view = card(talk)
    assert filled(view) == {"partners": "POL,WEL", "deadline": "2026-10-09", "silence": ""}
    said = words(talk.say(CO, "vragenlijst"))
    assert "Politie: 10 kernvragen en de stand van 2 maatregelen (2 thema's)" in said
    assert "Welzijn: 7 kernvragen en de stand van 1 maatregel (1 thema)" in said


def test_one_tap_opens_the_round_and_invites_the_first_contacts() -> None:
    talk = unsent()
    turn = talk.press(CO, card(talk), "send", {"deadline": "2026-10-05"})
    (round_,) = talk.dossier.all(Round)
    assert (round_.key, round_.partners, str(round_.deadline)) == (
        "evaluation-1",
        ("POL", "WEL"),
        "2026-10-05",
    )
    assert {(m.to, m.kind, m.due) for m in talk.dossier.all(Message)} == {
        (RUUD, "invitation", talk.at),
        ("p-mira", "invitation", talk.at),
    }
    said = words(turn)
    assert said.startswith("Opgeslagen: de vragenlijst 2027\nDe vragen gaan naar 2 partners;")
    assert [e.what for e in talk.dossier.all(Event)] == ["opened_round"]


def test_one_partner_is_one_partner() -> None:
    talk = unsent()
    turn = talk.press(CO, card(talk), "send", {"partners": "POL", "deadline": "2026-10-05"})
    assert "gaan naar 1 partner;" in words(turn)


@pytest.mark.parametrize(
    ("inputs", "wrong"),
    [
        ({"partners": ""}, "Kies ten minste één partner."),
        ({"partners": "GEM,XXX"}, "Kies ten minste één partner."),
        ({"deadline": "2026-09-14"}, "Kies een dag na vandaag."),
        ({"deadline": "morgen"}, "Kies een dag na vandaag."),
        ({"deadline": "2026-10-04"}, "Die dag is geen werkdag."),
        ({"silence": "x" * 201}, "hoogstens 200 tekens"),
        ({"silence": "Dan bellen we familie De Vries"}, "lijkt herleidbaar tot een persoon"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_sent(inputs: dict[str, str], wrong: str) -> None:
    talk = unsent()
    given = {"deadline": "2026-10-05", "silence": "Dan nemen we aan: akkoord", **inputs}
    turn = talk.press(CO, card(talk), "send", given)
    assert wrong in words(turn)
    assert not turn.keep
    assert turn.instead
    again = {one.id: one.value for one in turn.instead.inputs()}
    assert again["silence"] == given["silence"]


def test_it_is_sent_once_from_whatever_card() -> None:
    talk = unsent()
    first, second = card(talk), card(talk)
    talk.press(CO, first, "send", {"deadline": "2026-10-05"})
    turn = talk.press(CO, second, "send", {"deadline": "2026-11-05"})
    assert "al verstuurd" in words(turn)
    assert not turn.keep
    assert len(talk.dossier.all(Round)) == 1


def test_after_office_hours_partners_get_it_the_next_morning() -> None:
    talk = unsent()
    view = card(talk)
    talk.at = datetime(2026, 9, 14, 17, 0, tzinfo=UTC)
    turn = talk.press(CO, view, "send", {"deadline": "2026-10-05"})
    assert "zij krijgen de vragen op dinsdag 15 september om 9.00 uur" in words(turn)
    due = {m.due for m in talk.dossier.all(Message)}
    assert due == {datetime(2026, 9, 15, 7, 0, tzinfo=UTC)}


def test_a_short_round_and_a_partner_without_contact_are_named() -> None:
    talk = unsent([Organisation(key="OM", name="Openbaar Ministerie", consulted=True)])
    turn = talk.press(CO, card(talk), "send", {"deadline": "2026-09-21"})
    assert "minder dan tien werkdagen" in words(turn)
    assert "Geen contactpersoon bij: Openbaar Ministerie." in words(turn)


def test_a_text_that_names_a_resident_goes_to_no_partner() -> None:
    talk = unsent()
    bad = talk.dossier.get(Measure, "M02")
    assert bad
    talk.dossier = talk.dossier.plus([altered(bad, title="Gesprek met familie De Vries")])
    turn = talk.press(CO, card(talk), "send", {"deadline": "2026-10-05"})
    assert "Niet verstuurd, want een tekst lijkt herleidbaar tot een persoon: Politie." in words(
        turn
    )
    assert {m.org for m in talk.dossier.all(Message)} == {"WEL"}
    for word in ("hallo", "vragenlijst", "verder"):
        assert "De Vries" not in words(talk.say(RUUD, word))


def test_only_the_coordinator_sends() -> None:
    talk = unsent()
    view = card(talk)
    turn = talk.press(RUUD, view, "send", {"deadline": "2026-10-05"})
    assert "Dat kan alleen de coördinator" in words(turn)
    assert not talk.dossier.all(Round)
    assert ASKED not in talk.dossier.records()
