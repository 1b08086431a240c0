"""The step Bepalen format in chat: a first year, a later year, and after it was fixed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.cards import plain
from dialogs import say, summary
from dialogs.turn import Turn
from dialogs.view import View
from plan.changes import changes_of
from plan.dossier import Dossier
from plan.records import (
    ActionItem,
    Answer,
    Change,
    Closed,
    Confirmed,
    Event,
    IvpTheme,
    Measure,
    Message,
    Plan,
    PlanFormat,
    Record,
    Round,
    Theme,
    altered,
)
from tests.dialogs.talk import ASKED, CO, MIRA, MONDAY, PLACE, RUUD, Talk, view_of, words

EVALUATED = Closed(key="evaluation/1", step="evaluation", at=MONDAY)


def begun(**changes: object) -> Dossier:
    """The place, with its plan in a first year."""
    first, *rest = PLACE
    plan = altered(first, **{"track": "first_year", "calendar": (), **changes})
    return Dossier((plan, *rest))


def later(*more: Record, **changes: object) -> Talk:
    """The place after its evaluative round."""
    first, *rest = PLACE
    plan = altered(first, **changes)
    return Talk(dossier=Dossier((plan, *rest, ASKED, EVALUATED, *more)))


def said(question: str, org: str, value: str | int | None = None, **more: object) -> Answer:
    given = {"round": ASKED.key, "org": org, "question": question, "value": value, "at": MONDAY}
    return Answer(key=f"{ASKED.key}/{org}/{question}//1", **{**given, **more})  # type: ignore[arg-type]


def first_button(view: View) -> str:
    """The one to press now: first and primary."""
    assert view.buttons[0].primary
    assert sum(button.primary for button in view.buttons) == 1
    return view.buttons[0].verb


def form_of(talk: Talk) -> PlanFormat:
    return talk.dossier.plan.format


def proposed(talk: Talk, **inputs: str) -> View:
    view = view_of(talk.say(CO, "format"))
    return view_of(talk.press(CO, view, "propose", inputs))


# A first year


def test_who_only_presses_the_first_button_gets_through_the_step() -> None:
    talk = Talk(dossier=begun())
    view: View | None = view_of(talk.say(CO, "verder"))
    pressed = []
    while form_of(talk).locked_at is None:
        assert view
        pressed.append(first_button(view))
        turn = talk.press(CO, view, pressed[-1], {})
        view = view_of(turn) if any(r.view for r in turn.replies) else turn.instead
    assert pressed == ["format", "propose", "preview", "fix"]
    assert view
    assert first_button(view) == "close"
    talk.press(CO, view, "close", {})
    assert talk.dossier.get(Closed, "format/1")


def test_the_answers_lead_to_a_proposal_that_says_why() -> None:
    talk = Talk(dossier=begun())
    view = proposed(talk, functions="versterken_samenwerking", used_to="per_veiligheidsveld")
    assert "Per veiligheidsveld" in view.title.nl
    told = words(talk.say(CO, "format"))
    assert "sluit aan op de indeling van Kernbeleid" in told
    assert "krijgt elke partner achterin een eigen bladzijde" in told
    assert talk.dossier.plan.functions == ("vertaling_ivp", "versterken_samenwerking")
    assert form_of(talk).locked_at is None


def test_the_plan_always_translates_the_ivp_and_serves_at_most_three_things_more() -> None:
    talk = Talk(dossier=begun())
    view = proposed(talk)
    assert talk.dossier.plan.functions == ("vertaling_ivp",)
    again = talk.press(CO, view, "again", {}).instead
    assert again
    four = "versterken_samenwerking,versterken_sturing,robuuste_aanpak,verantwoording"
    turn = talk.press(CO, again, "propose", {"functions": four, "means": "intern"})
    assert "Kies er hoogstens 3" in words(turn)
    assert not turn.keep
    kept = {one.id: one.value for one in turn.instead.inputs()} if turn.instead else {}
    assert (kept["functions"], kept["means"]) == (four, "intern")


def test_the_preview_comes_before_the_form_is_fixed_and_is_kept() -> None:
    talk = Talk(dossier=begun())
    view = proposed(talk)
    turn = talk.press(CO, view, "preview", {})
    papers = [reply.paper.part for reply in turn.replies if reply.paper]
    assert papers == ["theme:T1"]
    assert talk.dossier.get(Confirmed, "format_preview")
    assert turn.instead
    assert first_button(turn.instead) == "fix"


def test_another_form_asks_for_another_look() -> None:
    talk = Talk(dossier=begun())
    shown = talk.press(CO, proposed(talk), "preview", {}).instead
    assert shown
    card = talk.press(CO, shown, "change", {}).instead
    assert card
    turn = talk.press(CO, card, "adjust", {"words": "90"})
    assert "Opgeslagen" in words(turn)
    assert form_of(talk).narrative_words == 90
    assert talk.dossier.get(Confirmed, "format_preview") is None
    assert first_button(view_of(turn)) == "preview"


def test_fixed_without_a_look_the_step_still_asks_for_it() -> None:
    talk = Talk(dossier=begun())
    turn = talk.press(CO, proposed(talk), "fix", {})
    assert form_of(talk).locked_at
    assert "Het voorbeeld van één thema is nog niet bekeken." in words(turn)
    seen = view_of(talk.press(CO, view_of(turn), "format", {}))
    talk.press(CO, seen, "preview", {})
    assert talk.dossier.get(Confirmed, "format_preview")
    assert "Er ontbreekt niets meer" in words(talk.say(CO, "status"))


def test_without_any_theme_there_is_nothing_to_see_and_nothing_to_wait_for() -> None:
    bare = begun()
    kinds = (IvpTheme, Theme, ActionItem, Measure)
    talk = Talk(dossier=bare.plus([], [r for r in bare.records() if isinstance(r, kinds)]))
    view = proposed(talk)
    assert first_button(view) == "fix"
    assert "Er ontbreekt niets meer" in words(talk.press(CO, view, "fix", {}))


def test_every_change_of_the_form_is_traced() -> None:
    talk = Talk(dossier=begun())
    talk.press(CO, proposed(talk), "fix", {})
    made = changes_of(talk.dossier, talk.dossier.plan.key)
    assert [change.because for change in made] == ["format", "format"]
    events = [event.what for event in talk.dossier.all(Event)]
    assert events.count("fixed_format") == 1


# Others try it


def trial() -> tuple[Talk, View]:
    """Ruud is asked to try the form; the card that he gets."""
    talk = Talk(dossier=begun())
    card = talk.press(CO, proposed(talk), "readers", {}).instead
    assert card
    assert "Kies een of twee" in words(talk.press(CO, card, "send", {"readers": ""}))
    turn = talk.press(CO, card, "send", {"readers": RUUD})
    assert "Het voorbeeld gaat naar Ruud Tamminga" in words(turn)
    assert first_button(view_of(turn)) == "preview"
    (message,) = [m for m in talk.dossier.all(Message) if m.kind == "try_format"]
    reply = say(talk.dossier, message, MONDAY)
    assert reply
    assert reply.view
    assert (message.to, message.request) == (RUUD, None)
    return talk, reply.view


def test_a_partner_tries_the_form_and_the_coordinator_reads_what_came_of_it() -> None:
    talk, view = trial()
    assert "Politie: nog geen antwoord." in words(talk.say(CO, "format"))
    turn = talk.press(RUUD, view, "look", {})
    assert [reply.paper.part for reply in turn.replies if reply.paper] == ["theme:T1"]
    assert "Kies ja of nee" in words(talk.press(RUUD, view, "answer", {}))
    given = {"found": "nee", "remark": "Te veel kolommen"}
    assert "Opgeslagen" in words(talk.press(RUUD, view, "answer", given))
    told = words(talk.say(CO, "format"))
    assert "Politie: vindt het niet in één minuut. Te veel kolommen" in told


def test_what_looks_personal_in_a_trial_is_held_back() -> None:
    talk, view = trial()
    given = {"found": "ja", "remark": "Vraag familie Jansen, Dorpsstraat 12"}
    turn = talk.press(RUUD, view, "answer", given)
    assert "lijkt herleidbaar" in words(turn)
    assert not turn.keep


def test_a_trial_is_for_who_was_asked_and_over_once_the_form_is_fixed() -> None:
    talk, view = trial()
    assert not talk.press(MIRA, view, "answer", {"found": "ja"}).keep
    (message,) = [m for m in talk.dossier.all(Message) if m.kind == "try_format"]
    talk.press(CO, view_of(talk.say(CO, "format")), "fix", {})
    assert say(talk.dossier, message, MONDAY) is None


# A later year


def test_last_years_form_is_kept_in_one_tap() -> None:
    talk = later()
    turn = talk.press(CO, view_of(talk.say(CO, "verder")), "keep", {})
    assert "Het format van vorig jaar blijft" in words(turn)
    form = form_of(talk)
    assert (form.preset, form.reason) == ("themablad", None)
    assert form.columns[:2] == ("code", "maatregel")
    assert first_button(view_of(turn)) == "close"


def test_changes_are_proposed_only_where_the_answers_say_so() -> None:
    view = view_of(later().say(CO, "format"))
    assert not view.inputs()
    assert "geen aanleiding" in words(later().say(CO, "format"))
    talk = later(said("F2", "POL", 2), said("F2", "WEL", 3))
    told = words(talk.say(CO, "format"))
    assert "Eigen afspraken lastig terug te vinden: 2 van de 2 partners" in told


def test_a_proposed_change_is_taken_with_what_partners_said_as_its_reason() -> None:
    talk = later(said("F2", "POL", 2))
    view = view_of(talk.say(CO, "verder"))
    assert first_button(view) == "format"
    view = view_of(talk.press(CO, view, "format", {}))
    turn = talk.press(CO, view, first_button(view), {})
    assert "Achterin een bladzijde per partner" in words(turn)
    assert form_of(talk).partner_pages
    assert "lastig terug" in (form_of(talk).reason or "")


def test_a_proposed_change_can_be_left() -> None:
    talk = later(said("F2", "POL", 2))
    view = view_of(talk.say(CO, "format"))
    talk.press(CO, view, "keep", {"changes": ""})
    assert form_of(talk).locked_at
    assert not form_of(talk).partner_pages
    assert form_of(talk).reason is None


def test_what_partners_miss_stands_there_in_their_own_words() -> None:
    talk = later(said("F3", "POL", more={"missing": "Een kaart *van* de wijk."}))
    assert "Politie: Een kaart *van* de wijk." in words(talk.say(CO, "format"))


def test_another_form_than_last_years_needs_a_reason() -> None:
    talk = later()
    card = talk.press(CO, view_of(talk.say(CO, "format")), "change", {}).instead
    assert card
    again = talk.press(CO, card, "adjust", {"preset": "compacte_tabel"})
    assert "Geef een reden" in words(again)
    assert not again.keep
    turn = talk.press(CO, card, "adjust", {"preset": "compacte_tabel", "why": "MT wil kort"})
    assert "Opgeslagen" in words(turn)
    form = form_of(talk)
    assert (form.preset, form.reason) == ("compacte_tabel", "MT wil kort")
    assert form.locked_at
    assert "besluit" not in form.columns


def seen(turn: Turn) -> PlanFormat | None:
    """The form of the preview that was handed over."""
    (paper,) = (reply.paper for reply in turn.replies if reply.paper)
    return paper.form


def test_the_preview_shows_the_changes_that_are_ticked_before_they_are_fixed() -> None:
    talk = later(said("F2", "POL", 2))
    card = view_of(talk.say(CO, "format"))
    (pick,) = [one for one in card.inputs() if one.id == "changes"]
    for ticked in ("", pick.value):
        form = seen(talk.press(CO, card, "preview", {"changes": ticked}))
        assert form
        talk_ = Talk(dossier=talk.dossier)
        talk_.press(CO, view_of(talk_.say(CO, "format")), "keep", {"changes": ticked})
        kept = form_of(talk_)
        assert altered(form, locked_at=kept.locked_at, reason=kept.reason) == kept
    assert form_of(talk).locked_at is None


def test_the_preview_shows_the_form_as_it_is_being_changed() -> None:
    talk = later()
    card = talk.press(CO, view_of(talk.say(CO, "format")), "change", {}).instead
    assert card
    given = {"preset": "compacte_tabel", "why": "MT wil kort"}
    form = seen(talk.press(CO, card, "preview", given))
    assert form
    assert form.preset == "compacte_tabel"
    assert "besluit" not in form.columns
    assert form_of(talk).preset != "compacte_tabel"
    wrong = talk.press(CO, card, "preview", {**given, "words": "0"})
    assert "getal" in words(wrong)


def test_before_its_step_the_form_can_be_seen_but_not_fixed() -> None:
    talk = Talk()
    view = view_of(talk.say(CO, "format"))
    assert [button.verb for button in view.buttons] == ["preview"]
    assert "nog niet vastgelegd" in words(talk.say(CO, "format"))
    keep = replace(view, buttons=(replace(view.buttons[0], verb="keep"),))
    talk.press(CO, keep, "keep", {})
    assert form_of(talk).locked_at is None


# After it was fixed


def fixed() -> Talk:
    talk = later()
    talk.press(CO, view_of(talk.say(CO, "verder")), "keep", {})
    return talk


def test_the_command_shows_the_form_and_how_the_plan_keeps_to_it() -> None:
    told = words(fixed().say(CO, "format"))
    assert "Vastgelegd op maandag 14 september" in told
    assert "Eisen aan vorm en inhoud: 1 van de 8 in orde" in told
    assert "Jeugd: nog geen tekst" in told


def test_a_fixed_form_changes_only_with_a_reason_and_that_is_shown() -> None:
    talk = fixed()
    card = talk.press(CO, view_of(talk.say(CO, "format")), "change", {}).instead
    assert card
    assert "Geef een reden" in words(talk.press(CO, card, "adjust", {"words": "60"}))
    talk.press(CO, card, "adjust", {"words": "60", "why": "Het plan werd te dik"})
    assert form_of(talk).narrative_words == 60
    assert "Reden: Het plan werd te dik" in words(talk.say(CO, "format"))


@pytest.mark.parametrize(
    ("inputs", "wrong"),
    [
        ({"words": "heel veel"}, "een getal in van 30 tot 400"),
        ({"words": "9"}, "een getal in van 30 tot 400"),
        ({"columns": "maatregel,trekker"}, "Zonder de kolommen Code en Maatregel"),
        ({"why": "Familie Jansen op Dorpsstraat 12 wil het"}, "lijkt herleidbaar"),
    ],
)
def test_what_cannot_be_is_said_and_what_was_typed_stays(
    inputs: dict[str, str], wrong: str
) -> None:
    talk = fixed()
    card = talk.press(CO, view_of(talk.say(CO, "format")), "change", {}).instead
    assert card
    turn = talk.press(CO, card, "adjust", {"why": "Omdat", "pages": "ja", **inputs})
    assert wrong in words(turn)
    assert not turn.keep
    shown = {one.id: one.value for one in turn.instead.inputs()} if turn.instead else {}
    assert shown["pages"] == "ja"
    assert all(shown[id_] == value for id_, value in inputs.items())


def test_nothing_changed_is_no_change() -> None:
    talk = fixed()
    card = talk.press(CO, view_of(talk.say(CO, "format")), "change", {}).instead
    assert card
    assert not talk.press(CO, card, "adjust", {"why": "Zomaar"}).keep


def test_hours_and_costs_go_where_they_were_put() -> None:
    talk = fixed()
    card = talk.press(CO, view_of(talk.say(CO, "format")), "change", {}).instead
    assert card
    given = {"hours": "table", "costs": "annex", "why": "Het MT vraagt erom"}
    talk.press(CO, card, "adjust", given)
    form = form_of(talk)
    assert form.columns[-1] == "inzet"
    assert (form.capacity_visible, form.budget_visible) == (True, "annex")
    card = talk.press(CO, view_of(talk.say(CO, "format")), "change", {}).instead
    assert card
    given = {"hours": "internal", "costs": "internal", "why": "Toch niet"}
    talk.press(CO, card, "adjust", given)
    form = form_of(talk)
    assert (form.capacity_visible, form.budget_visible) == (False, "internal")
    assert not {"inzet", "kosten"} & set(form.columns)


def test_a_card_that_things_moved_on_from_writes_nothing() -> None:
    talk = later(said("F2", "POL", 2))
    old = talk.show(CO, view_of(talk.say(CO, "format")))
    talk.press(CO, view_of(talk.say(CO, "format")), "keep", {"changes": ""})
    turn = talk.press(CO, old, "keep", {"changes": "pages"})
    assert not turn.keep
    assert "intussen gewijzigd" in words(turn)
    assert "Vastgelegd" in words(turn)
    assert len(talk.dossier.all(Change)) == 1


def test_it_is_the_coordinators_alone() -> None:
    talk = later()
    assert "alleen de coördinator" in words(talk.say(RUUD, "format"))
    view = view_of(talk.say(CO, "format"))
    assert not talk.press(RUUD, view, "keep", {}).keep


@pytest.mark.parametrize("at", ["draft", "decision", None])
def test_the_command_works_in_every_step(at: str | None) -> None:
    steps = ["format", "draft", "check", "session", "decision"]
    closed = steps[: steps.index(at)] if at else steps
    talk = later(*(Closed(key=f"{s}/1", step=s, at=MONDAY) for s in closed))
    view = view_of(talk.say(CO, "format"))
    assert "Houden we het format?" in view.title.nl
    talk.press(CO, view, "keep", {})
    assert form_of(talk).locked_at


# The word to who waits


WAITS = Message(key="no_format/x", to=CO, kind="no_format", due=MONDAY, made_at=MONDAY)


def test_the_reminder_names_the_form_that_is_proposed_and_opens_the_choice() -> None:
    talk = Talk(dossier=begun())
    plan = talk.dossier.plan
    days = PLACE[0]
    assert isinstance(days, Plan)
    talk.dossier = talk.dossier.plus([altered(plan, calendar=days.calendar)])
    reply = say(talk.dossier, WAITS, MONDAY)
    assert reply
    assert reply.view
    assert "Mijn voorstel: Themablad." in plain(reply.view, "nl")
    turn = talk.press(CO, reply.view, "show", {})
    assert turn.instead
    assert "Waarvoor dient het plan?" in turn.instead.title.nl
    assert summary(WAITS).nl == "Het format wacht op een keuze"


def test_the_reminder_is_needless_once_the_form_is_fixed() -> None:
    assert say(later().dossier, WAITS, MONDAY)
    assert say(fixed().dossier, WAITS, MONDAY) is None


def test_the_round_of_questions_offers_the_columns_that_were_fixed() -> None:
    talk = fixed()
    assert talk.dossier.get(Round, ASKED.key)
    assert form_of(talk).columns
