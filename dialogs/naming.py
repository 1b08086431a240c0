"""What somebody is called where there are more."""

from __future__ import annotations

from plan.dossier import Dossier
from plan.records import Person
from plan.text import Text


def named(dossier: Dossier, person: Person) -> Text:
    """The name, and of which organisation; no brackets, for its name may have them."""
    org = dossier.organisation_name(person.org)
    return Text.verbatim(f"{person.name}, {org}" if org else person.name)
