"""Giving and taking roles, and what a plan looks like for each of them."""

from __future__ import annotations

import pytest

from bot.cards import plain
from dialogs import say
from dialogs.commands import theirs
from dialogs.turn import Turn
from dialogs.view import View
from plan.changes import standing, taken_back
from plan.records import (
    Closed,
    Edition,
    Event,
    Message,
    Organisation,
    Person,
    Submission,
    Theme,
    Wish,
    altered,
)
from tests.dialogs.talk import CO, ELS, MIRA, MONDAY, ROUND, RUUD, Talk, filled, view_of, words

JORIS = "p-joris"


def place(**changes: object) -> Talk:
    """The place with a colleague who has no role yet."""
    talk = Talk()
    plan = altered(talk.dossier.plan, **changes)
    joris = Person(key=JORIS, name="Joris Haan", org="GEM")
    talk.dossier = talk.dossier.plus([plan, joris])
    return talk


def card_of(talk: Talk, person: str = JORIS) -> View:
    shown = talk.press(CO, view_of(talk.say(CO, "rollen")), "choose", {"person": person}).instead
    assert shown
    return shown


def owner(talk: Talk, theme: str) -> str | None:
    found = talk.dossier.get(Theme, theme)
    return found.owner if found else None


def test_the_command_shows_who_has_which_role() -> None:
    talk = place(decision_makers=(RUUD,), readers=(MIRA,))
    told = words(talk.say(CO, "rollen"))
    assert "Themahouder Jeugd: nog niemand" in told
    assert "Beslist mee: Ruud Tamminga" in told
    assert "Leest mee: Mira Chen" in told


def test_a_person_becomes_theme_owner_and_more_on_one_card_and_hears_it() -> None:
    talk = place()
    turn = talk.press(CO, card_of(talk), "save", {"roles": "leest", "themes": "T1,T2"})
    assert "Opgeslagen: Joris Haan" in words(turn)
    assert (owner(talk, "T1"), owner(talk, "T2")) == (JORIS, JORIS)
    assert talk.dossier.plan.readers == (JORIS,)
    (message,) = [m for m in talk.dossier.all(Message) if m.kind == "role"]
    assert message.to == JORIS
    reply = say(talk.dossier, message, MONDAY)
    assert reply
    assert reply.view
    assert "Themahouder van Jeugd, Uitgaan." in plain(reply.view, "nl")


def test_a_role_is_taken_by_unticking_it_and_nobody_is_told() -> None:
    talk = place(decision_makers=(JORIS,), portfolio_holder=JORIS, readers=(JORIS, MIRA))
    talk.dossier = talk.dossier.plus([Theme(key="T1", title="Jeugd", order=1, owner=JORIS)])
    turn = talk.press(CO, card_of(talk), "save", {"roles": "", "themes": ""})
    plan = talk.dossier.plan
    assert (plan.decision_makers, plan.portfolio_holder, plan.readers) == ((), None, (MIRA,))
    assert owner(talk, "T1") is None
    assert not any(isinstance(record, Message) for record in turn.keep)
    assert "Geen rol." in words(turn)


def test_a_theme_passes_on_to_who_is_ticked_and_the_card_says_from_whom() -> None:
    talk = place()
    talk.dossier = talk.dossier.plus([Theme(key="T1", title="Jeugd", order=1, owner=ELS)])
    card = card_of(talk)
    choices = dict(next(one for one in card.inputs() if one.id == "themes").choices)  # type: ignore[union-attr]
    assert choices["T1"].nl == "Jeugd (nu Els Bakker)"
    talk.press(CO, card, "save", {"themes": "T1"})
    assert owner(talk, "T1") == JORIS


def test_every_role_is_traced_and_can_be_taken_back() -> None:
    talk = place()
    talk.press(CO, card_of(talk), "save", {"roles": "beslist", "themes": "T2"})
    made = standing(talk.dossier)
    assert {(change.kind, change.because) for change in made} == {
        ("Plan", "roles"),
        ("Theme", "roles"),
    }
    _, back = taken_back(talk.dossier, next(c for c in made if c.kind == "Theme"))
    assert isinstance(back, Theme)
    assert back.owner is None


def test_a_card_that_things_moved_on_from_writes_nothing() -> None:
    talk = place()
    old = talk.show(CO, card_of(talk))
    talk.press(CO, card_of(talk), "save", {"roles": "beslist"})
    turn = talk.press(CO, old, "save", {"roles": "", "themes": "T1"})
    assert not turn.keep
    assert "intussen gewijzigd" in words(turn)


def test_of_two_who_give_roles_the_second_sees_both_and_undoes_nothing_untouched() -> None:
    talk = place(readers=(JORIS,))
    old = talk.show(CO, card_of(talk))
    talk.press(CO, card_of(talk), "save", {"roles": "leest,beslist", "themes": "T2"})
    turn = talk.press(CO, old, "save", {"roles": "", "themes": "T1"})
    assert not turn.keep
    assert "Er staat nu bij “Rollen”: " in words(turn)
    assert "Er staat nu bij “Themahouder van”: Uitgaan" in words(turn)
    assert turn.instead
    assert filled(turn.instead) == {"roles": "beslist", "themes": "T2,T1"}
    talk.press(CO, turn.instead, "save", {})
    assert (owner(talk, "T1"), owner(talk, "T2")) == (JORIS, JORIS)
    assert talk.dossier.plan.decision_makers == (JORIS,)
    assert talk.dossier.plan.readers == ()


def test_nothing_ticked_or_unticked_is_no_change() -> None:
    talk = place(readers=(JORIS,))
    turn = talk.press(CO, card_of(talk), "save", {})
    assert not turn.keep


def test_roles_are_the_coordinators_to_give() -> None:
    talk = place()
    assert "alleen de coördinator" in words(talk.say(RUUD, "rollen"))
    assert not talk.press(RUUD, card_of(talk), "save", {"roles": "beslist"}).keep


# What each sees


CHECKED = tuple(
    Closed(key=f"{s}/1", step=s, at=MONDAY) for s in ("evaluation", "format", "draft", "check")
)
ADOPTED = Edition(key="1.0", at=MONDAY, by=CO)


def papers(turn: Turn) -> list[str]:
    return [reply.paper.part for reply in turn.replies if reply.paper]


def test_a_theme_owner_sees_what_is_missing_in_the_own_themes() -> None:
    talk = place()
    talk.dossier = talk.dossier.plus([Theme(key="T1", title="Jeugd", order=1, owner=JORIS)])
    told = words(talk.say(JORIS, "status"))
    assert "T1 Jeugd" in told
    assert "• nog geen tekst" in told
    assert "• zonder resultaat: M01" in told
    assert "• nog zonder besluit: 1 maatregel" in told
    assert "Uitgaan" not in told
    assert papers(talk.say(JORIS, "concept")) == ["plan"]


def test_a_theme_owner_who_is_asked_too_answers_first() -> None:
    talk = Talk()
    talk.dossier = talk.dossier.plus([Theme(key="T1", title="Jeugd", order=1, owner=RUUD)])
    assert "T1 Jeugd" not in words(talk.say(RUUD, "status"))
    ready = Submission(key=f"{ROUND}/POL", round=ROUND, org="POL", at=MONDAY)
    talk.dossier = talk.dossier.plus([ready])
    assert "T1 Jeugd" in words(talk.say(RUUD, "status"))


def test_who_decides_sees_the_draft_and_its_findings_but_explains_none() -> None:
    talk = place(decision_makers=(JORIS,))
    assert "beslist mee over dit plan" in words(talk.say(JORIS, "hallo"))
    turn = talk.say(JORIS, "concept")
    assert papers(turn) == ["plan"]
    shown = view_of(turn)
    assert "mixcheck" in shown.title.nl
    assert not shown.inputs()
    assert not shown.buttons


def test_a_reader_gets_the_adopted_plan_and_nothing_before_it() -> None:
    talk = place(readers=(JORIS,))
    assert "nog niet vastgesteld" in words(talk.say(JORIS, "concept"))
    assert "nog niet vastgesteld" in words(talk.say(JORIS, "verwerking"))
    assert "Zodra het plan is vastgesteld" in words(talk.say(JORIS, "status"))
    assert not view_of(talk.say(JORIS, "status")).buttons
    talk.dossier = talk.dossier.plus([ADOPTED])
    assert papers(talk.say(JORIS, "concept")) == ["adopted"]
    assert papers(talk.say(JORIS, "verwerking")) == ["register"]
    view = view_of(talk.say(JORIS, "status"))
    assert [button.verb for button in view.buttons] == ["adopted", "register"]
    assert papers(talk.press(JORIS, view, "register", {})) == ["register"]


def test_a_partner_gets_the_own_page_and_from_the_session_on_the_whole_draft() -> None:
    talk = place()
    assert papers(talk.say(RUUD, "concept")) == ["partner:POL"]
    talk.dossier = talk.dossier.plus(CHECKED)
    turn = talk.say(RUUD, "concept")
    assert papers(turn) == ["plan"]
    assert not any(reply.view for reply in turn.replies)


def test_a_colleague_without_a_role_gets_a_sentence() -> None:
    talk = place()
    turn = talk.say(JORIS, "concept")
    assert not papers(turn)
    assert "nog alleen voor wie eraan werkt" in words(turn)


def test_a_button_of_a_role_that_was_taken_gives_nothing_away() -> None:
    talk = place(decision_makers=(JORIS,))
    view = view_of(talk.say(JORIS, "status"))
    plan = altered(talk.dossier.plan, decision_makers=())
    talk.dossier = talk.dossier.plus([plan])
    assert not papers(talk.press(JORIS, view, "draft", {}))


@pytest.mark.parametrize(
    ("who", "named", "not_named"),
    [
        (JORIS, "vervanger", "vragenlijst"),
        (RUUD, "vragenlijst", "rollen"),
        (CO, "rollen", "vervanger"),
    ],
)
def test_help_names_what_a_role_can_use(who: str, named: str, not_named: str) -> None:
    talk = place(readers=(JORIS,))
    names = [command.name.nl for command in theirs(talk.dossier, talk.said(who))]
    assert named in names
    assert not_named not in names


def test_an_internal_team_with_a_part_in_a_measure_counts_as_a_partner() -> None:
    talk = place()
    talk.dossier = talk.dossier.plus([Organisation(key="POL", name="Politie")])
    assert papers(talk.say(RUUD, "concept")) == ["partner:POL"]


# Handing over the plan


def handed_over(talk: Talk, to: str = JORIS) -> Turn:
    """By the three presses on the card of the roles."""
    card = talk.press(CO, view_of(talk.say(CO, "rollen")), "handing", {}).instead
    assert card
    sure = talk.press(CO, card, "handing_sure", {"to": to}).instead
    assert sure
    assert "Draag je het plan over aan" in plain(sure, "nl")
    assert [b.verb for b in sure.buttons if b.primary] == ["back"]
    assert talk.dossier.plan.coordinator == CO
    return talk.press(CO, sure, "hand_over", {})


def test_the_plan_is_handed_over_after_being_asked_twice_and_both_are_told() -> None:
    talk = place()
    assert "Joris Haan is nu coördinator" in words(handed_over(talk))
    assert talk.dossier.plan.coordinator == JORIS
    assert "handed_over_plan" in [event.what for event in talk.dossier.all(Event)]
    (told,) = [m for m in talk.dossier.all(Message) if m.kind == "coordinates"]
    reply = say(talk.dossier, told, talk.at)
    assert reply
    assert reply.text
    assert told.to == JORIS
    assert "Sanne Verbeek heeft" in reply.text.nl


def test_the_new_one_leads_and_the_old_one_becomes_an_ordinary_person() -> None:
    talk = place()
    old = view_of(talk.say(CO, "verder"))
    handed_over(talk)
    assert "Stap 1 van 6" in words(talk.say(JORIS, "verder"))
    assert "Stap 1 van 6" not in words(talk.say(CO, "verder"))
    assert "rollen" not in [command.name.nl for command in theirs(talk.dossier, talk.said(CO))]
    again = words(talk.press(CO, old, "close", {}))
    assert "Dat kan alleen de coördinator" in again
    assert not talk.dossier.all(Closed)


def test_what_was_not_sent_yet_goes_to_the_new_one_and_what_is_personal_stays() -> None:
    talk = place()
    made = {"to": CO, "due": MONDAY, "made_at": MONDAY}
    waits = Message(key="digest/1", kind="digest", **made)  # type: ignore[arg-type]
    sent = Message(key="digest/0", kind="digest", sent_at=MONDAY, **made)  # type: ignore[arg-type]
    own = Message(key="agreement_due/1", kind="agreement_due", **made)  # type: ignore[arg-type]
    away = Wish(key=JORIS, stopped=True, stand_in=RUUD)
    talk.dossier = talk.dossier.plus((waits, sent, own, away))
    handed_over(talk)
    found = {m.key: m.to for m in talk.dossier.all(Message)}
    assert (found["digest/1"], found["digest/0"], found["agreement_due/1"]) == (JORIS, CO, CO)
    assert talk.dossier.get(Wish, JORIS) == Wish(key=JORIS)


def test_only_somebody_who_can_come_in_is_offered_and_an_old_card_hands_nothing_over() -> None:
    talk = place()
    sanne = talk.dossier.coordinator
    assert sanne
    talk.dossier = talk.dossier.plus((altered(sanne, tenant="t", object_id="1"),))
    roles = view_of(talk.say(CO, "rollen"))
    nobody = talk.press(CO, roles, "handing", {}).instead
    assert nobody
    assert "nog niemand aan wie" in plain(nobody, "nl")
    joris = talk.dossier.get(Person, JORIS)
    assert joris
    talk.dossier = talk.dossier.plus((altered(joris, tenant="t", object_id="2"),))
    card = talk.press(CO, roles, "handing", {}).instead
    assert card
    (pick,) = card.inputs()
    assert [key for key, _ in pick.choices] == [JORIS]  # type: ignore[union-attr]
    sure = talk.press(CO, card, "handing_sure", {"to": JORIS}).instead
    assert sure
    talk.dossier = talk.dossier.plus((joris,))
    talk.press(CO, sure, "hand_over", {})
    assert talk.dossier.plan.coordinator == CO
