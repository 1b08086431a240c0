"""Who may do what, beside the reviewed docs/rights.csv, and through what people really say."""

from __future__ import annotations

import ast
import csv
from collections.abc import Iterator
from pathlib import Path

import pytest

from dialogs import Said, Turn, decide, phrases
from dialogs.commands import COMMANDS
from dialogs.hears import HEARS
from dialogs.verbs import CARDS, EVERY, right_of
from plan.content.rights import PAPERS, TABLE
from plan.document import PARTS
from plan.dossier import Dossier
from plan.records import Card
from plan.rights import Of, may_have
from plan.rights.may import RIGHTS, read_table
from plan.sight import seen_by
from tests.dialogs.matrix import (
    ABOUT,
    ACTORS,
    HEAD,
    IN_THE_PLAN,
    PLANS,
    cell,
    others,
    own,
    worked_out,
)
from tests.plan.tiny import OPENED

HOUSE = Path(__file__).parents[2]
with (HOUSE / "docs" / "rights.csv").open(encoding="utf-8", newline="") as _file:
    REVIEWED = [tuple(row) for row in csv.reader(_file)]
_MAY = {(right, actor): cells for right, actor, *cells in REVIEWED[1:]}
_AT = list(dict(PLANS["own"]))


def may(right: str, actor: str, object_: str, moment: str) -> bool:
    """What the reviewed list says."""
    said = _MAY[right, actor][list(PLANS).index(object_)]
    return said != "no" and _AT.index(said) <= _AT.index(moment)


def test_the_rights_are_those_of_the_reviewed_list_and_no_others() -> None:
    assert REVIEWED[0] == HEAD
    assert REVIEWED[1:] == worked_out()


def test_it_has_a_row_for_every_right_and_everybody() -> None:
    assert len(REVIEWED) - 1 == len(RIGHTS) * len(ACTORS)
    assert (len(REVIEWED) - 1) * len(PLANS) > 840


def _flipped() -> Iterator[tuple[str, str]]:
    lines = TABLE.strip().splitlines()
    roles = lines[0].split()
    for n, line in enumerate(lines[1:], start=1):
        cells = line.split()
        for column in range(1, len(cells)):
            other = "." if cells[column] != "." else "all"
            row = " ".join((*cells[:column], other, *cells[column + 1 :]))
            yield f"{cells[0]}/{roles[column]}", "\n".join((*lines[:n], row, *lines[n + 1 :]))


@pytest.mark.parametrize("seed", range(4))
def test_any_cell_of_the_table_that_is_turned_over_is_seen(seed: int) -> None:
    unseen = []
    for name, table in list(_flipped())[seed::4]:
        right = name.partition("/")[0]
        rights = {right: read_table(table)[right]}
        rows = [row for row in REVIEWED if row[0] == right]
        everybodys = "all" in RIGHTS[right].get("member", ())
        if rows == worked_out(rights) and not everybodys:
            unseen.append(name)
    assert not unseen


# Nothing without a row


def test_every_command_every_button_and_every_document_names_a_right_there_is() -> None:
    named = {command.right for command in COMMANDS}
    named |= {command.listed for command in COMMANDS if command.listed}
    named |= {right for rights in CARDS.values() for right in rights}
    named |= {right for rights in PAPERS.values() for right in rights.split()}
    assert named <= set(RIGHTS)


def test_every_dialog_has_its_buttons_in_the_table() -> None:
    assert set(CARDS) == {EVERY, *HEARS}


def test_every_document_says_who_may_have_it() -> None:
    assert set(PARTS) <= set(PAPERS)


def _buttons(path: Path) -> Iterator[str]:
    """The verbs that a file gives to buttons, as far as they are written out."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Call) or ast.unparse(node.func) != "Button":
            continue
        for given in node.keywords:
            if given.arg == "verb" and isinstance(given.value, ast.Constant):
                yield str(given.value.value)


def test_every_verb_of_a_button_is_in_the_table() -> None:
    listed = {
        verb for rights in CARDS.values() for verbs in rights.values() for verb in verbs.split()
    }
    found = {verb for path in (HOUSE / "dialogs").rglob("*.py") for verb in _buttons(path)}
    assert len(found) > 50
    assert found <= listed, "say who may press it, in dialogs/verbs.py"


def test_a_right_a_button_and_a_dialog_without_a_row_are_nobodys() -> None:
    assert right_of("request", "explode") == ""
    assert right_of("nowhere", "send") == ""
    co = ACTORS["coordinator"]
    assert refused(press(PLANS["own"][0][1], "coordinator", "request", "explode", {}))
    assert not may_have(PLANS["own"][0][1], co, "everything")


# Through what people say and press

REFUSALS = {str(words) for words in (phrases.ONLY_COORDINATOR, phrases.NOT_YOURS, phrases.NO_PLAN)}


def refused(turn: Turn) -> bool:
    """Nothing kept and nothing said but that it is not theirs."""
    words = [str(reply.text) for reply in turn.replies]
    return not (turn.keep or turn.drop or turn.begin or turn.instead) and set(words) <= REFUSALS


def press(dossier: Dossier, actor: str, dialog: str, verb: str, about: dict[str, str]) -> Turn:
    """A card that was once made for somebody, whatever they are now."""
    who = ACTORS[actor]
    card = Card(
        key="c1",
        dialog=dialog,
        to=who.key,
        conversation="",
        verbs=(verb,),
        about=about,
        issued_at=OPENED,
    )
    said = Said(who=who, at=OPENED, card=card, verb=verb)
    return decide(seen_by(dossier, who), said)


BUTTONS = [
    (dialog, verb.replace("*", "1"), right)
    for dialog, rights in CARDS.items()
    for right, verbs in rights.items()
    for verb in verbs.split()
]


def _about(of: Of) -> dict[str, str]:
    return {"org": of.org or "", "theme": of.theme or ""}


@pytest.mark.parametrize("actor", IN_THE_PLAN)
def test_a_button_does_nothing_for_whom_the_list_says_no(actor: str) -> None:
    for moment, dossier in PLANS["own"]:
        for dialog, verb, right in BUTTONS:
            if not (may(right, actor, "own", moment) or may(right, actor, "other", moment)):
                turn = press(dossier, actor, dialog, verb, _about(own(right, actor)))
                assert refused(turn), (moment, dialog, verb)


@pytest.mark.parametrize("actor", IN_THE_PLAN)
def test_neither_does_one_about_anothers_organisation_or_theme(actor: str) -> None:
    for moment, dossier in PLANS["own"]:
        for dialog, verb, right in BUTTONS:
            kind = ABOUT.get(right, "org")
            if kind not in ("org", "theme") or may(right, actor, "other", moment):
                continue
            if right == "process":  # Its card names the remark: tests/dialogs/test_processing.py.
                continue
            about = _about(others(right, actor))
            assert refused(press(dossier, actor, dialog, verb, about)), (moment, dialog, verb)


@pytest.mark.parametrize("actor", ["functional admin", "outsider"])
def test_who_is_not_in_the_plan_can_press_and_say_nothing(actor: str) -> None:
    for _, dossier in PLANS["own"]:
        for dialog, verb, _right in BUTTONS:
            assert refused(press(dossier, actor, dialog, verb, {})), (dialog, verb)
        for command in COMMANDS:
            said = Said(who=ACTORS[actor], at=OPENED, text=command.name.nl)
            assert refused(decide(seen_by(dossier, ACTORS[actor]), said)), command.name.nl


@pytest.mark.parametrize("object_", ["other_plan", "other_tenant"])
@pytest.mark.parametrize("actor", ACTORS)
def test_in_another_plan_or_tenant_nobody_can_press_or_say_anything(
    actor: str, object_: str
) -> None:
    """Namesakes by key are there, with another identity."""
    for _, dossier in PLANS[object_]:
        for dialog, verb, _right in BUTTONS:
            assert refused(press(dossier, actor, dialog, verb, {})), (dialog, verb)
        for command in COMMANDS:
            said = Said(who=ACTORS[actor], at=OPENED, text=command.name.nl)
            assert refused(decide(seen_by(dossier, ACTORS[actor]), said)), command.name.nl


@pytest.mark.parametrize("actor", IN_THE_PLAN)
def test_a_command_is_refused_to_whom_the_list_says_no_and_heard_from_the_others(
    actor: str,
) -> None:
    for moment, dossier in PLANS["own"]:
        for command in COMMANDS:
            said = Said(who=ACTORS[actor], at=OPENED, text=command.name.nl)
            turn = decide(seen_by(dossier, ACTORS[actor]), said)
            allowed = may(command.right, actor, "own", moment)
            only = [str(reply.text) for reply in turn.replies] == [str(phrases.ONLY_COORDINATOR)]
            if command.name.nl == "stukken":  # It looks for what there is to have.
                continue
            assert only is not allowed, (moment, command.name.nl)


@pytest.mark.parametrize("actor", IN_THE_PLAN)
def test_a_document_goes_to_whom_the_list_says_yes(actor: str) -> None:
    for moment, dossier in PLANS["own"]:
        for part in PARTS:
            rights = PAPERS[part].split()
            wanted = any(
                may(right, actor, object_, moment)
                for right in rights
                for object_ in (("own",) if part == "partner" else ("own", "other"))
            )
            name = f"partner:{own('read_part', actor).org}" if part == "partner" else part
            assert may_have(dossier, ACTORS[actor], name) is wanted, (moment, part)
        theirs = may_have(dossier, ACTORS[actor], "partner:OM")
        assert theirs is may("read_part", actor, "other", moment)


def test_the_cells_are_read_as_they_are_meant() -> None:
    assert cell("draft", "theme owner", "own") == "yes"
    assert cell("draft", "theme owner", "other") == "no"
    assert cell("read_draft", "partner", "own") == "session"
    assert own("draft", "theme owner") == Of(theme="T1")
