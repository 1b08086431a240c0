"""What each button takes: per dialog its verbs, by the right that somebody needs for them.

A button that is not here does nothing, whoever presses it; `act*` stands for every verb that
begins with `act`. The rights are in plan/content/rights.py.
"""

from __future__ import annotations

from collections.abc import Mapping

EVERY = "*"
"""Buttons that any card may have besides its own."""
CARDS: dict[str, dict[str, str]] = {
    "questionnaire.card": {
        "answer": (
            "agree all_green all_right another core done elsewhere hand_over later menu not_me "
            "not_personal open others own_words save save_known skip take_over talk typing "
            "want_talk"
        ),
        "own_wishes": "stop",
    },
    "typed.deleted": {"answer": "leave take_back"},
    EVERY: {"own_wishes": "fewer_messages", "talk": "post_*"},
    "status": {"talk": "status"},
    "wishes": {"own_wishes": "again end stop three week", "name_stand_in": "stand_in"},
    "calm": {"days": "keep"},
    "undelivered": {"ask": "again"},
    "start": {"begin": "begin change keep"},
    "trying": {"try_format": "answer look"},
    "mine": {
        "read_draft": "draft",
        "read_adopted": "adopted",
        "read_register": "register",
    },
    "stand_in": {"name_stand_in": "end name"},
    "drafting": {
        "draft": (
            "act* edit examples explain gone join later leave merge more open ready remove save "
            "take undo"
        ),
        "frame": "add",
    },
    "processing": {
        "process": (
            "accept accept_now aside back both look next park partly partly_now reject reopen "
            "session undo"
        ),
        "read_register": "paper",
    },
    "attending": {
        "attend": "choose ics onthouding tegen voor",
        "read_part": "draft",
        "read_report": "report",
    },
    "agreements": {"agree": "answer done no yes"},
    "deciding": {
        "decide": "record",
        "read_papers": "paper/*",
        "route": (
            "alter annex answer_for answers ask go name name_none papers plan_route route settle "
            "unaltered"
        ),
    },
    "consent": {"consent": "answer"},
    "adopted": {"read_part": "extract", "read_adopted": "plan"},
    "tracing": {"ask_about": "show"},
    "request": {"ask": "send"},
    "results": {"results": "back joint note topic"},
    "conclude": {"conclude": "all confirm note save"},
    "step": {
        "close": "close override reopen",
        "read_draft": "draft",
        "ask": "request",
        "results": "results",
        "people": "partners",
        "conclude": "conclude",
        "form": "format keep",
        "draft": "catch_up choose differences go themes",
        "process": "process",
        "answer_for": "conditions held silent",
        "meet": "agenda begin end plan report settle",
        "route": "answers papers route",
    },
    "contacts": {"people": "add add_more"},
    "mix": {"explain": "explain"},
    "forming": {"form": "adjust again change fix keep preview propose readers send show"},
    "roles": {"roles": "back choose hand_over handing handing_sure save"},
    "check.silent": {"answer_for": "escalated tacit withdraw"},
    "check.talk": {"answer_for": "record"},
    "check.conditions": {"answer_for": "to_session"},
    "meeting": {
        "meet": (
            "add agenda begin bins count end ending ics links no_change overview paper park "
            "parked plan planning point poll process record save_bins save_links save_stop send "
            "settle stopping wait"
        ),
    },
    "dates": {"calendar": "ics"},
    "running": {
        "progress": "paper round settle status",
        "people": "partners",
        "amend": "amend body/*",
        "begin": "next_year",
        "close": "finish",
        "read_draft": "draft",
    },
    "running.asking": {"progress": "send"},
    "running.settling": {"progress": "all paper save status"},
    "running.choosing": {"amend": "choose"},
    "running.amending": {"amend": "amend"},
    "running.closing": {"close": "close"},
}

_RIGHTS: dict[str, Mapping[str, str]] = {
    dialog: {verb: right for right, verbs in rights.items() for verb in verbs.split()}
    for dialog, rights in CARDS.items()
}


def right_of(dialog: str, verb: str) -> str:
    """What somebody must be allowed for a button; "" for one that is not in the table."""
    known = {**_RIGHTS[EVERY], **_RIGHTS.get(dialog, {})}
    if verb in known:
        return known[verb]
    many = (name for name in known if name.endswith("*") and verb.startswith(name[:-1]))
    return next((known[name] for name in many), "")
