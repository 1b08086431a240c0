"""The archive package: complete, checkable, and the same bytes for the same records."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import zipfile
from datetime import date, timedelta

import pytest

from plan.document import UnknownPartError
from plan.dossier import Dossier
from plan.editions import edition, read
from plan.files import DESCRIPTIONS, FILES
from plan.records import DecisionStep, Edition, Event, PlanFormat, altered
from tests.plan.tiny_document import NOW, tiny

COLLEGE = DecisionStep(
    key="college",
    body="college",
    order=9,
    decision="akkoord",
    decided_on=date(2026, 12, 22),
    reference="Z-2026-12",
)
EVENT = Event(key="e", who="ans", what="closed", subject="draft", at=NOW, after="=1+1")


def adopted() -> Dossier:
    here = tiny(COLLEGE, EVENT)
    here = here.plus((altered(here.plan, version="1.0"),))
    return here.plus((edition(here, by="ans", at=NOW),))


def packed(dossier: Dossier, later: int = 0) -> bytes:
    return FILES["zip"](dossier, "archive", "nl", NOW + timedelta(days=later))[1]


def opened(dossier: Dossier) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(packed(dossier))) as package:
        return {name: package.read(name) for name in package.namelist()}


def test_everything_is_in_it_and_can_be_checked() -> None:
    files = opened(adopted())
    assert {"plan.docx", "besluit.docx", "verwerking.docx", "participatie.docx"} <= files.keys()
    assert {"evaluatienotitie.docx", "register.csv", "plan.json"} <= files.keys()
    about = json.loads(files["metadata.json"])
    assert about["status"] == "vastgesteld"
    assert (about["zaaknummer"], about["datum"]) == ("Z-2026-12", "2026-12-22")
    sums = {one["naam"]: one["sha256"] for one in about["bestanden"]}
    assert sums == {
        name: hashlib.sha256(content).hexdigest()
        for name, content in files.items()
        if name != "metadata.json"
    }


def test_the_same_records_give_the_same_bytes_whenever_they_are_packed() -> None:
    assert packed(adopted()) == packed(adopted(), later=100)
    draft = tiny(EVENT)
    assert packed(draft) == packed(draft, later=100)


def test_the_plan_can_be_read_back_from_it() -> None:
    content = opened(adopted())["plan.json"].decode()
    again = read(Edition(key="1.0", at=NOW, by="ans", content=content))
    assert again.measures == adopted().measures


def test_a_draft_says_that_it_is_one() -> None:
    here = tiny(altered(COLLEGE, decision=None))
    about = json.loads(opened(here)["metadata.json"])
    assert (about["status"], about["vastgesteld_door"]) == ("concept", None)


def test_the_register_is_no_formula() -> None:
    rows = opened(adopted())["register.csv"].decode("utf-8-sig")
    (row,) = list(csv.DictReader(io.StringIO(rows), delimiter=";"))
    assert (row["wat"], row["werd"]) == ("closed", "'=1+1")


def test_there_is_one_package_and_it_has_a_description() -> None:
    with pytest.raises(UnknownPartError):
        FILES["zip"](adopted(), "plan", "nl", NOW)
    assert DESCRIPTIONS["archive"].nl
    name = FILES["zip"](adopted(), "archive", "nl", NOW)[0]
    assert name.startswith("archief-")
    assert name.endswith("-1-0.zip")


def test_a_strange_format_does_not_stand_in_the_way() -> None:
    here = tiny(EVENT)
    strange = altered(here.plan, format=PlanFormat(preset="onbekend"))
    assert "plan.docx" in opened(here.plus((strange,)))


def test_every_file_in_it_has_the_same_old_date() -> None:
    with zipfile.ZipFile(io.BytesIO(packed(adopted()))) as package:
        assert {one.date_time for one in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
