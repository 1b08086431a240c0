"""Whole plans with simulated people, over the real endpoint on a moved clock."""

from __future__ import annotations

from collections import Counter
from datetime import date, time
from pathlib import Path

import pytest

from bot.cards import card
from bot.commandline import WRONG_USE, main
from bot.commands.codes import IO
from bot.rehearsing.beginnings import SAMPLE, first_year, follow_up
from bot.rehearsing.chance import chance
from bot.rehearsing.characters import COMPANY, CONTRADICTING, PROMPT, SILENT, cast
from bot.rehearsing.filling import Hand
from bot.rehearsing.habits import held_at, pressable
from bot.rehearsing.hours import days_in
from bot.rehearsing.reading import Seen, seen
from bot.rehearsing.rehearsal import rehearse
from dialogs.view import Button, Day, Facts, Fold, Pick, Problem, View, Words, Write
from plan.calendar import is_working_day, moment
from plan.dossier import Dossier
from plan.text import Text

TODAY = date(2026, 9, 14)


def words(text: str) -> Text:
    return Text.verbatim(text)


def seen_of(*elements: object, buttons: int = 1, title: str = "Kaart") -> Seen:
    view = View(
        title=words(title),
        elements=elements,  # type: ignore[arg-type]
        buttons=tuple(Button(verb=f"v{n}", label=words(f"Knop {n}")) for n in range(buttons)),
        dialog="x",
    )
    return seen(card(view, "nl", "key"))


def seen_of_button(label: str, *elements: object) -> Seen:
    view = View(
        title=words("Kaart"),
        elements=elements,  # type: ignore[arg-type]
        buttons=(Button(verb="v", label=words(label)),),
        dialog="x",
    )
    return seen(card(view, "nl", "key"))


CHOICE = Pick(
    id="A1/M01",
    label=words("Klopt de tekst?"),
    choices=(("ja", words("Ja, klopt")), ("aanpassen", words("Aanpassen"))),
)
WHY = Write(id="why", label=words("Waarom?"), required=True)


def hand(**how: object) -> Hand:
    known: dict[str, object] = {"random": chance(1), "today": TODAY, "character": PROMPT}
    return Hand(**(known | how))  # type: ignore[arg-type]


def test_a_person_sees_words_inputs_in_folds_and_buttons_in_their_order() -> None:
    fold = Fold(title=words("Meer"), elements=(CHOICE,))
    card_ = seen_of(Words(text=words("Lees dit.")), fold, WHY, buttons=8)
    assert card_.title == "Kaart"
    assert "Lees dit." in card_.words
    assert [field.id for field in card_.fields] == ["A1/M01", "why"]
    assert [button.title for button in card_.buttons] == [f"Knop {n}" for n in range(8)]


def test_what_is_wrong_with_a_card_is_seen() -> None:
    assert seen_of(Problem(text=words("Kies een dag."))).problems == ("Kies een dag.",)
    assert seen_of(Words(text=words("Goed."))).problems == ()


def test_what_is_required_is_filled_in_and_what_was_filled_in_stays() -> None:
    day = Day(id="day", label=words("Wanneer?"), required=True, earliest="2026-10-01")
    given = Write(id="title", label=words("Titel"), value="Straatwerk")
    filled = hand(talkative=False).fill(seen_of(CHOICE, WHY, day, given))
    assert filled["A1/M01"] == "ja"
    assert filled["title"] == "Straatwerk"
    assert filled["why"]
    assert filled["day"] >= "2026-10-01"
    assert is_working_day(date.fromisoformat(filled["day"]))


def test_who_contradicts_chooses_against_more_often_than_not() -> None:
    chosen = [
        hand(random=chance(n), character=CONTRADICTING).fill(seen_of(CHOICE))["A1/M01"]
        for n in range(50)
    ]
    assert chosen.count("aanpassen") > 20
    assert "ja" in chosen


def test_a_changed_mind_differs_in_one_choice() -> None:
    filled = Pick(id="a", label=words("A"), choices=CHOICE.choices, value="ja")
    assert hand().changed(seen_of(filled)) == {"a": "aanpassen"}


def test_days_without_a_year_are_the_nearest() -> None:
    assert days_in("maandag 28 december tot en met vrijdag 8 januari", date(2026, 12, 30)) == [
        date(2026, 12, 28),
        date(2027, 1, 8),
    ]


def test_characters_are_dealt_by_the_seed_and_few_stay_silent() -> None:
    partners = [f"P{n}" for n in range(10)]
    one, same, other = (cast(partners, chance(n)) for n in (1, 1, 2))
    assert one == same != other
    assert sorted(c.name for c in one.values()) == sorted(c.name for c in COMPANY)
    assert list(one.values()).count(SILENT) == 1


def test_a_first_year_begins_without_measures_under_an_ivp_of_that_year() -> None:
    dossier = Dossier(first_year(SAMPLE))
    plan = dossier.plan
    assert (plan.track, plan.ivp.start, plan.ivp_year_number) == ("first_year", plan.year, 1)
    assert not dossier.measures
    assert not dossier.items
    assert dossier.themes
    assert plan.calendar[0].step == "format"
    assert len(dossier.consulted) == len(Dossier(follow_up(SAMPLE)).consulted) == 10


def test_what_is_wrong_is_corrected_where_it_stands_and_an_example_is_followed() -> None:
    told = Text.verbatim("Schrijf een organisatie.")
    wrong = Write(id="a", label=words('Uren, zoals "Politie: 120"'), value="20", error=told)
    right = Write(id="b", label=words("Titel"), value="Straatwerk")
    card_ = seen_of(wrong, right)
    assert [field.wrong for field in card_.fields] == [True, False]
    filled = hand(thorough=True).fill(card_)
    assert filled == {"a": "", "b": "Straatwerk"}
    asked = Write(id="a", label=wrong.label, required=True)
    assert hand().fill(seen_of(asked))["a"] == "Politie: 120"


def test_nobody_takes_things_back_or_tells_of_talks_that_were_not_held() -> None:
    for label in ("Terugdraaien en opnieuw", "Gesprek vastleggen", "Antwoord vastleggen"):
        assert not pressable(seen_of_button(label), 0)
    assert pressable(seen_of_button("Opslaan"), 0)


def test_a_meeting_is_waited_for_until_its_hour() -> None:
    now = moment(TODAY, time(9))
    day = words("maandag 14 september, 13.30-15.00 uur")
    session = seen_of_button("Sessie beginnen", Facts(rows=((words("Wanneer"), day),)))
    assert held_at(session, 0, now) == moment(TODAY, time(13, 30))
    assert held_at(session, 0, moment(TODAY, time(14))) is None
    row = (words("Het MT"), words("Aangehouden, 7 september, komt terug op 21 september"))
    body = seen_of_button("Besluit van het MT", Facts(rows=(row,)))
    assert held_at(body, 0, now) == moment(date(2026, 9, 21), time(13))
    assert held_at(seen_of_button("Opslaan", Facts(rows=(row,))), 0, now) is None


async def test_a_first_year_and_the_year_after_it_end_in_adopted_plans(tmp_path: Path) -> None:
    done = await rehearse(tmp_path, track="both", seed=2)
    assert done.troubles == ()
    assert [plan["status"] for plan in done.report["plans"]] == ["vastgesteld"] * 2
    assert [plan["version"] for plan in done.report["plans"]] == ["1.0"] * 2
    assert {"first_year", "follow_up"} == {step["track"] for step in done.report["steps"]}


async def test_a_plan_that_a_body_held_over_is_adopted_when_it_comes_back(tmp_path: Path) -> None:
    done = await rehearse(tmp_path, track="first_year", seed=7)
    assert done.troubles == ()
    (step,) = [step for step in done.report["steps"] if step["step"] == "decision"]
    assert step["override"] is None


async def test_the_same_seed_gives_the_same_report_also_when_the_process_keeps_restarting(
    tmp_path: Path,
) -> None:
    once = await rehearse(tmp_path / "once", track="follow_up", seed=1)
    again = await rehearse(tmp_path / "again", track="follow_up", seed=1, restarts=True)
    assert again.report == once.report
    invited = [m["to"] for m in once.report["messages"] if m["kind"] == "invitation"]
    assert set(Counter(invited).values()) == {2}, "the evaluation and the check"


def test_a_directory_that_was_used_before_is_refused_in_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "store").mkdir()
    assert main(["rehearse", "--keep", str(tmp_path)]) == WRONG_USE
    told = capsys.readouterr().err.strip()
    assert told == f"In {tmp_path} staat al een nagespeeld jaar; kies een lege map."


def test_a_report_that_cannot_be_written_is_known_before_anything_is_played(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    report, kept = tmp_path / "none" / "report.json", tmp_path / "kept"
    assert main(["rehearse", "--json", str(report), "--keep", str(kept)]) == IO
    assert capsys.readouterr().err.startswith(f"Het lukt niet met {report}: ")
    assert not list(kept.iterdir())
