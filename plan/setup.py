"""What the setup of a plan still lacks, with the word that mends it (domain 2.2)."""

from __future__ import annotations

from collections.abc import Iterator

from plan.dossier import Dossier
from plan.records import Organisation, Person
from plan.route import meets, on_route
from plan.standing import only_heard
from plan.text import Text


def lacks(dossier: Dossier) -> tuple[Text, ...]:
    """Nothing here holds a step up; it is cheaper to mend before anybody is asked."""
    return (*_owners(dossier), *_contacts(dossier), *_decision(dossier))


def _owners(dossier: Dossier) -> Iterator[Text]:
    names = [t.title for t in dossier.themes if dossier.get(Person, t.owner) is None]
    words = Text(
        nl='Thema zonder themahouder: {names}. Typ "rollen".',
        en='Theme without an owner: {names}. Type "roles".',
    )
    if names:
        yield words.fill(names=", ".join(names))


def _contacts(dossier: Dossier) -> Iterator[Text]:
    silent = [org.name for org in dossier.consulted if not dossier.people_of(org.key)]
    words = Text(
        nl='Partner zonder contactpersoon: {names}. Typ "contact".',
        en='Partner without a contact: {names}. Type "contact".',
    )
    if silent:
        yield words.fill(names=", ".join(silent))
    unknown = [org.name for org in dossier.consulted if _unknown(dossier, org)]
    account = Text(
        nl='Partner van wie ik geen Teams-account ken: {names}. Typ "contact".',
        en='Partner whose Teams account I do not know: {names}. Type "contact".',
    )
    if unknown:
        yield account.fill(names=", ".join(unknown))


def _unknown(dossier: Dossier, org: Organisation) -> bool:
    """Whether none of its contacts can be reached; in a rehearsal nobody needs an account."""
    coordinator, people = dossier.coordinator, dossier.people_of(org.key)
    real = bool(coordinator and coordinator.tenant)
    return real and bool(people) and not any(p.tenant and p.object_id for p in people)


def _decision(dossier: Dossier) -> Iterator[Text]:
    deciding = [body for body in on_route(dossier) if not only_heard(body)]
    if not deciding or meets(dossier, deciding[-1]) is None:
        yield Text(
            nl='Er is nog geen datum voor het besluit. Typ "besluit".',
            en='There is no day for the decision yet. Type "decision".',
        )
