"""What is counted, and that no label ever holds more than a word of ours."""

from __future__ import annotations

from bot import figures
from bot.heard import Answered, Outgoing
from bot.owed import Owed
from plan.dossier import Dossier
from plan.records import Message
from tests.bot.chat import Chat
from tests.bot.conftest import Listener
from tests.bot.connector import Connector
from tests.bot.keeping import NOON


def test_what_is_counted_is_written() -> None:
    before = figures.value("plan_refused_total", reason="rate")
    figures.refused("rate")
    assert figures.value("plan_refused_total", reason="rate") == before + 1
    assert b'plan_refused_total{reason="rate"}' in figures.written()


def test_a_label_never_holds_what_somebody_typed() -> None:
    for said in ("Jan de Vries", "jan@voorbeeld.nl", "06-12345678", "a" * 40, "p-sanne", ""):
        figures.refused(said)
    told = figures.written().decode()
    assert 'reason="other"' in told
    assert not any(said in told for said in ("Vries", "jan@", "0612", "aaaa", "p-sanne"))


def test_words_that_never_end_do_not_grow_the_figures() -> None:
    told = {figures._word("never", f"class_{n}") for n in range(2 * figures.MOST)}  # noqa: SLF001
    assert len(told) == figures.MOST + 1
    assert figures.OTHER in told


def sends() -> dict[str, float]:
    ways = ("sent", "throttled", "forbidden", "unclear", "refused")
    return {way: figures.value("plan_sends_total", **{"class": way}) for way in ways}


async def test_what_goes_out_is_counted_by_what_came_of_it(
    chat: Chat, listener: Listener, connector: Connector
) -> None:
    before = sends()
    connector.refusals = [(429, "x"), (403, "x"), (502, "x"), (418, "x")]
    listener.says = lambda _: Answered(then=tuple(Outgoing(text=str(n)) for n in range(6)))
    await chat.say("hallo")
    after = sends()
    assert {way for way in after if after[way] > before[way]} >= {"sent", "throttled"}
    assert figures.value("plan_sends_total", **{"class": "sent"}) >= before["sent"] + 1


def test_what_is_owed_is_counted_over_all_plans() -> None:
    def messages(*states: str) -> Dossier:
        made = [
            Message(
                key=f"m{n}",
                to="p",
                kind="x",
                due=NOON,
                made_at=NOON,
                failed=None if state == "waiting" else state,
            )
            for n, state in enumerate(states)
        ]
        return Dossier(made)

    owed = Owed()
    owed.looked("a", messages("waiting", "waiting", "403 Forbidden"))
    owed.looked("b", messages("unclear"))
    owed.looked("a", messages("waiting", "403 Forbidden", "404 NotFound"))
    told = {s: figures.value("plan_outbox", state=s) for s in ("waiting", "unclear", "failed")}
    assert told == {"waiting": 1, "unclear": 1, "failed": 2}
