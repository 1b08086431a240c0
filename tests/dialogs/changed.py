"""The coordinator changes what the plan says, outside any card."""

from __future__ import annotations

from datetime import timedelta

from dialogs.changing import changing
from plan.records import Record
from tests.dialogs.talk import CO, Talk


def change(talk: Talk, before: Record, after: Record) -> None:
    talk.at += timedelta(minutes=1)
    turn = changing(talk.said(CO), before, after, because="draft")
    talk.dossier = talk.dossier.plus(turn.keep, turn.drop)
