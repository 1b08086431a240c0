"""Each answer of the channel, each kind of message, each place: what becomes of the message."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

import pytest

from bot.connector import SendError
from bot.policy import LONGEST, Try, after
from bot.reaching import Place, closed
from plan.calendar import local
from plan.delivery import state
from plan.dossier import Dossier
from plan.records import Message, Team, altered
from plan.reminders.untold import KIND
from tests.faults.connector import FaultyConnector
from tests.faults.kinds import FAULTS, LASTING, Fault
from tests.faults.one_plan import BOSS, CHANNEL, PERSON, PLAN, a_connector, at_work
from tests.faults.post import ASKS, NOTICE, TELLS, owed, plain_kinds
from tests.faults.virtual import START, run

EVERY = {fault.name: fault for fault in (*FAULTS, *LASTING)}
PLACES = [(PERSON, ASKS), (PERSON, TELLS), (CHANNEL, NOTICE)]

MENDED = ("412", "429 seconds", "429 date", "429", "503", "503 seconds", "refused", "slow")
"""What passes costs nothing but time."""
DOUBTFUL = ("502 delivered", "502", "504", "504 delivered", "silence", "reset", "unread")
BLOCKING = ("403 writes", "403 user", "403 admin", "403 roster")


@dataclass
class Seen:
    messages: list[Message]
    connector: FaultyConnector
    told_after: float | None = None
    """Seconds after the outcome that the coordinator's card came."""
    tries: dict[str, int] = field(default_factory=dict)

    @property
    def message(self) -> Message:
        return next(m for m in self.messages if m.text == "nr-1")

    @property
    def cards(self) -> list[Message]:
        return [m for m in self.messages if m.kind == KIND]


def sent(
    tmp_path: Path,
    to: str,
    kind: str,
    faults: list[Fault | None],
    lasting: Fault | None = None,
    then: str = "",
) -> Seen:
    """One message (nr-1) past these faults, half an hour long; `then` another after that."""

    async def once() -> Seen:
        connector = a_connector(*faults)
        connector.lasting |= {to: lasting} if lasting else {}
        async with at_work(tmp_path / "store", connector, owed(1, to, kind, START)) as office:
            await asyncio.sleep(1800)
            if then:
                late = owed(2, to, then, office.clock.now())
                await office.store.plan(PLAN).put(late)
                office.outbox.wake(PLAN)
                await asyncio.sleep(1800)
            return Seen(await office.messages(PLAN), connector)

    with plain_kinds():
        return run(once())


def assert_told(seen: Seen) -> None:
    """Once, within a minute of the outcome, and it arrived."""
    (card,) = seen.cards
    assert "nr-1\t" in card.text
    assert card.sent_at
    assert seen.message.ended_at
    assert (card.sent_at - seen.message.ended_at).total_seconds() <= 60
    assert any(place == BOSS for place, _ in seen.connector.arrived) or card.activity


@pytest.mark.parametrize(("to", "kind"), PLACES)
@pytest.mark.parametrize("name", MENDED)
def test_what_passes_costs_time_only(tmp_path: Path, to: str, kind: str, name: str) -> None:
    seen = sent(tmp_path, to, kind, [EVERY[name]])
    assert state(seen.message) == "sent"
    assert seen.message.activity
    assert seen.connector.copies["nr-1"] == 1
    assert seen.connector.early == []
    assert seen.cards == []


@pytest.mark.parametrize(("to", "kind"), PLACES)
@pytest.mark.parametrize("name", DOUBTFUL)
def test_what_is_in_doubt_goes_once_more_where_it_asks_and_not_where_it_tells(
    tmp_path: Path, to: str, kind: str, name: str
) -> None:
    fault = EVERY[name]
    seen = sent(tmp_path, to, kind, [fault])
    if kind == TELLS:
        assert (state(seen.message), seen.message.tries) == ("unclear", 1)
        assert seen.connector.copies["nr-1"] == fault.delivers
        assert_told(seen)
        return
    assert (state(seen.message), seen.message.tries) == ("sent", 2)
    assert seen.connector.copies["nr-1"] == 1 + fault.delivers
    first, second = (send.at for send in seen.connector.sends)
    assert 30 <= second - first <= 75


@pytest.mark.parametrize(("to", "kind"), PLACES)
def test_a_second_doubt_is_the_last(tmp_path: Path, to: str, kind: str) -> None:
    seen = sent(tmp_path, to, kind, [EVERY["502 delivered"]] * 9)
    assert state(seen.message) == "unclear"
    assert seen.connector.copies["nr-1"] == (1 if kind == TELLS else 2)


@pytest.mark.parametrize(("to", "kind"), PLACES)
@pytest.mark.parametrize("name", ["500", "400"])
def test_what_is_our_fault_is_not_tried_again(
    tmp_path: Path, to: str, kind: str, name: str
) -> None:
    seen = sent(tmp_path, to, kind, [], lasting=EVERY[name])
    assert (state(seen.message), seen.message.tries) == ("failed", 1)
    assert len([s for s in seen.connector.sends if s.conversation == to]) == 1
    assert_told(seen)


@pytest.mark.parametrize(("to", "kind"), PLACES)
@pytest.mark.parametrize("name", BLOCKING)
def test_a_place_that_refuses_is_left_alone(tmp_path: Path, to: str, kind: str, name: str) -> None:
    seen = sent(tmp_path, to, kind, [], lasting=EVERY[name], then=kind)
    assert [state(m) for m in seen.messages if m.kind != KIND] == ["failed", "failed"]
    assert len([s for s in seen.connector.sends if s.conversation == to]) == 1
    assert len(seen.cards) == 2
    assert seen.message.failed == f"403 {EVERY[name].code}"


@pytest.mark.parametrize("kind", [ASKS, TELLS])
def test_who_has_moved_is_found_again(tmp_path: Path, kind: str) -> None:
    seen = sent(tmp_path, PERSON, kind, [], lasting=EVERY["404"], then=kind)
    assert [state(m) for m in seen.messages] == ["sent", "sent"]
    assert len(seen.connector.created) == 1
    assert [place for place, _ in seen.connector.arrived] == [f"new:{PERSON}:1"] * 2


def test_a_channel_that_is_gone_is_left_alone(tmp_path: Path) -> None:
    seen = sent(tmp_path, CHANNEL, NOTICE, [], lasting=EVERY["404"], then=NOTICE)
    assert seen.connector.created == []
    assert [state(m) for m in seen.messages if m.kind != KIND] == ["failed", "failed"]
    assert len([s for s in seen.connector.sends if s.conversation == CHANNEL]) == 1


def test_who_is_still_not_there_in_a_new_conversation_is_given_up(tmp_path: Path) -> None:
    seen = sent(tmp_path, PERSON, ASKS, [EVERY["404"], EVERY["404"]], then=ASKS)
    assert [state(m) for m in seen.messages if m.kind != KIND] == ["failed", "failed"]
    assert len(seen.connector.created) == 1


@pytest.mark.parametrize(("to", "kind"), PLACES)
def test_what_is_too_large_goes_as_a_short_word(tmp_path: Path, to: str, kind: str) -> None:
    seen = sent(tmp_path, to, kind, [EVERY["413"]])
    assert state(seen.message) == "sent"
    assert len(seen.connector.arrived) == 0  # Its name does not stand in the short word.
    assert len(seen.connector.sends) == 2


@pytest.mark.parametrize(("to", "kind"), PLACES)
def test_eight_tries_are_enough(tmp_path: Path, to: str, kind: str) -> None:
    seen = sent(tmp_path, to, kind, [], lasting=EVERY["429"])
    assert (state(seen.message), seen.message.tries) == ("failed", 8)
    assert len([s for s in seen.connector.sends if s.conversation == to]) == 8
    assert_told(seen)


def test_what_would_come_too_late_is_not_tried_again(tmp_path: Path) -> None:
    late = EVERY["503 seconds"]
    soon = altered(owed(1, PERSON, ASKS, START), deadline=START)
    assert local(soon.due).hour == 9
    seen = sent(tmp_path, PERSON, ASKS, [late])
    assert state(seen.message) == "sent"


@pytest.mark.parametrize("header", ["9" * 400, "99999999999", "Fri, 31 Dec 9999 23:59:59 GMT"])
def test_nobody_has_a_message_wait_for_ever(header: str) -> None:
    now = START
    message = Message(key="m", to="p", kind=ASKS, due=now, made_at=now, sending=True, tries=1)
    later = after(message, SendError(429, "Busy", header), Try(now=now))
    assert later.again_at == now + timedelta(seconds=LONGEST)


def test_a_channel_that_was_left_meanwhile_is_not_kept_again() -> None:
    team = Team(key="19:t", reference={}, by="p", at=START)
    place = Place(to=team, address={}, language="nl")
    assert closed(Dossier([team]), place, "403 x") == (altered(team, blocked="403 x"),)
    assert closed(Dossier(), place, "403 x") == ()
    renamed = altered(team, name="Nieuw")
    assert closed(Dossier([renamed]), place, "403 x") == (altered(renamed, blocked="403 x"),)
