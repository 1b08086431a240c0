"""Never a fifth message about one request, whatever happens to it."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dialogs.questionnaire.handing import whom_view
from dialogs.questionnaire.sheet import sheet_of
from plan import limit
from plan.calendar import local
from plan.dossier import Dossier
from plan.records import Closed, Message, Person, Record, Round, Sharing, Wish, altered
from plan.sharing import MESSAGES
from tests.dialogs.living import look
from tests.dialogs.talk import ASKED, ELS, MIRA, MONDAY, PLACE, ROUND, RUUD, Talk, words

BOB = "p-bob"
PEOPLE = (RUUD, ELS, BOB)
OTHERS = (*PEOPLE, MIRA)

EVENTS = st.one_of(
    st.tuples(st.just("time"), st.integers(1, 6), st.just("")),
    st.tuples(st.just("time"), st.integers(1, 6), st.just("")),
    st.tuples(st.just("hand"), st.sampled_from(PEOPLE), st.sampled_from(PEOPLE)),
    st.tuples(st.just("topic"), st.sampled_from(PEOPLE), st.sampled_from(PEOPLE)),
    st.tuples(st.just("stand_in"), st.sampled_from(PEOPLE), st.sampled_from(OTHERS)),
    st.tuples(st.just("back"), st.sampled_from(PEOPLE), st.just("")),
    st.tuples(st.just("snooze"), st.sampled_from(PEOPLE), st.just("")),
    st.tuples(st.just("extend"), st.integers(-5, 15), st.just("")),
    st.tuples(st.just("reopen"), st.just(0), st.just("")),
    st.tuples(st.just("sister"), st.just(0), st.just("")),
    st.tuples(st.just("busy"), st.sampled_from(PEOPLE), st.just("")),
)


def begun() -> Talk:
    """Two rounds of people; everybody asked gets an invitation."""
    here = Talk()
    bob = Person(key=BOB, name="Bob Smit", org="POL")
    asked = [
        Message(
            key=f"invitation/{ROUND}/{org}",
            to=to,
            kind="invitation",
            org=org,
            request=ROUND,
            due=MONDAY,
            made_at=MONDAY,
        )
        for org, to in (("POL", RUUD), ("WEL", MIRA))
    ]
    here.dossier = Dossier((*PLACE, ASKED, bob, *asked))
    return here


def happens(here: Talk, what: str, first: Any, second: str) -> None:
    if what == "time":
        for _ in range(first * 8):
            here.at += timedelta(hours=3)
            here.dossier, _ = look(here.dossier, here.at)
    elif what in ("hand", "topic"):
        _handed(here, first, second, whole=what == "hand")
    else:
        here.dossier = here.dossier.plus(_changed(here, what, first, second))


def _handed(here: Talk, who: str, to: str, *, whole: bool) -> None:
    sheet = sheet_of(here.dossier, _round(here), here.said(who).who, "POL")
    if sheet and sheet.topics:
        topic = "all" if whole else sheet.topics[len(to) % len(sheet.topics)].id
        here.press(who, whom_view(here.dossier, sheet, topic), "hand_over", {"to": to})


def _round(here: Talk) -> Round:
    return here.dossier.get(Round, ROUND) or ASKED


def _changed(here: Talk, what: str, first: Any, second: str) -> list[Record]:
    today, round_ = local(here.at).date(), _round(here)
    if what == "extend":
        later = max(today, round_.closes_on + timedelta(days=first))
        return [altered(round_, extended_to=later)]
    if what == "reopen":
        shut = Closed(key="evaluation/1", step="evaluation", at=here.at, by="p-co")
        return [altered(shut, reopened_at=here.at, reopened_by="p-co")]
    if what == "sister":
        there = here.dossier.get(Sharing, "s") or SHARED
        return [altered(there, sent_there=min(3, there.sent_there + 1))]
    wishes = {
        "stand_in": Wish(key=str(first), stand_in=second),
        "back": Wish(key=str(first)),
        "snooze": Wish(key=str(first), snoozed_until=today + timedelta(days=3)),
    }
    return [wishes[what]] if what in wishes else _busy(here, first)


SHARED = Sharing(
    key="s",
    round=ROUND,
    org="POL",
    plan="west",
    municipality="Gemeente West",
    with_round=ROUND,
    with_org="POL",
    leads=True,
)


def _busy(here: Talk, who: str) -> list[Record]:
    """Somebody who had enough messages this week."""
    return [
        Message(
            key=f"processed/{here.at.isoformat()}/{n}",
            to=who,
            kind="processed",
            due=here.at,
            made_at=here.at,
            sent_at=here.at - timedelta(minutes=n),
        )
        for n in range(2)
    ]


def excess(known: Dossier) -> list[str]:
    """Whom a fifth message came to, or which organisation about the whole of it."""
    came = [m for m in known.all(Message) if m.request == ROUND and m.sent_at]
    persons = Counter((m.org, m.went_to or m.to) for m in came)
    whole = Counter(m.org for m in came if m.kind != "handed" or m.text == "all")
    there = known.get(Sharing, "s")
    whole["POL"] += there.sent_there if there and whole["POL"] > 1 else 0
    counts = [*persons.items(), *whole.items()]
    return [f"{who}: {n}" for who, n in counts if n > MESSAGES]


@given(st.lists(EVENTS, min_size=3, max_size=25))
@settings(max_examples=120, deadline=None)
def test_no_sequence_of_events_gives_a_fifth_message(events: list[tuple[str, Any, str]]) -> None:
    here = begun()
    here.dossier, _ = look(here.dossier, here.at)
    for what, first, second in events:
        sisters = here.dossier.get(Sharing, "s")
        if what == "sister" and (sisters or _whole(here.dossier) > 1):
            continue  # What the other sent is known before this plan reminds.
        happens(here, what, first, second)
        assert excess(here.dossier) == [], events


def _whole(known: Dossier) -> int:
    return sum(m.request == ROUND and m.org == "POL" and m.kind != "x" for m in known.all(Message))


def test_a_fifth_is_seen_when_nobody_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    """The detector: handing it round and round with the count left out."""
    monkeypatch.setattr(limit, "MESSAGES", 99)
    here = begun()
    here.dossier, _ = look(here.dossier, here.at)
    for who, to in ((RUUD, ELS), (ELS, BOB), (BOB, RUUD), (RUUD, ELS)):
        happens(here, "hand", who, to)
        happens(here, "time", 4, "")
    assert excess(here.dossier)


def test_who_hands_on_after_four_messages_hears_that_none_goes_out() -> None:
    here = begun()
    here.dossier, _ = look(here.dossier, here.at)
    happens(here, "hand", RUUD, ELS)
    happens(here, "time", 1, "")
    happens(here, "hand", ELS, BOB)
    happens(here, "time", 6, "")
    happens(here, "time", 6, "")
    came = [m for m in here.dossier.all(Message) if m.org == "POL" and m.sent_at]
    assert len(came) == MESSAGES
    sheet = sheet_of(here.dossier, ASKED, here.said(BOB).who, "POL")
    assert sheet
    said = here.press(BOB, whom_view(here.dossier, sheet, "all"), "hand_over", {"to": RUUD})
    assert "krijgt geen bericht" in words(said)
    assert "Ruud" in words(said)
