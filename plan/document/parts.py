"""The documents that can be had of a plan, each with what it is for."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from plan.blocks import Block, Document
from plan.document.compiling import (
    UnknownPartError,
    compile_draft,
    compile_evaluation,
    compile_paper,
    compile_partner,
    compile_progress,
    compile_register,
    compile_session,
)
from plan.document.draft import Draft
from plan.document.papers.college_proposal import college_proposal
from plan.document.papers.council_letter import council_letter
from plan.document.papers.decisions import decisions
from plan.document.papers.mt_note import mt_note
from plan.document.papers.participation import participation
from plan.document.papers.public_summary import public_summary
from plan.document.papers.triangle_note import triangle_note
from plan.document.preview import compile_theme
from plan.dossier import Dossier
from plan.editions import as_adopted
from plan.format import Column, Format, form_of, preset
from plan.sessions import EVALUATION, SESSION
from plan.text import Language, Text


@dataclass(frozen=True, kw_only=True)
class Making:
    """What a document is made from; `about` is what stood after the colon."""

    dossier: Dossier
    about: str
    language: Language
    now: datetime
    presets: tuple[Format, ...]
    columns: tuple[Column, ...]

    @property
    def form(self) -> Format:
        """The plan's own format. Raises UnknownFormatError for a strange one."""
        return form_of(self.dossier.plan, self.presets, self.columns)


@dataclass(frozen=True, kw_only=True)
class Part:
    """A document; `about` names what stands after the colon, "" for nothing."""

    id: str
    description: Text
    compile: Callable[[Making], Document]
    about: str = ""


def _paper(
    id_: str,
    name: Text,
    description: Text,
    write: Callable[[Draft], Iterable[Block]],
    *,
    public: bool = False,
) -> Part:
    """A short paper for those who decide or hear of it."""
    return Part(
        id=id_,
        description=description,
        compile=lambda m: compile_paper(
            m.dossier, m.form, m.language, m.now, name=name, write=write, public=public
        ),
    )


def _adopted(m: Making) -> Document:
    """The plan word for word as it was adopted. Raises UnknownPartError when it was not."""
    found = as_adopted(m.dossier)
    if found is None:
        raise UnknownPartError("Het plan is nog niet vastgesteld.")
    return compile_draft(found, replace(m, dossier=found).form, m.language, m.now)


PARTS: dict[str, Part] = {
    part.id: part
    for part in (
        Part(
            id="plan",
            description=Text(
                nl="Het uitvoeringsplan, zoals het nu is",
                en="The plan as it is now",
            ),
            compile=lambda m: compile_draft(
                m.dossier, m.form, m.language, m.now, preset("per_partner", m.presets)
            ),
        ),
        Part(
            id="theme",
            about="THEME",
            description=Text(
                nl="Voorbeeld van één thema in het format van het plan",
                en="Preview of one theme in the format of the plan",
            ),
            compile=lambda m: compile_theme(
                m.dossier, m.about, m.form, m.language, m.now, preset("per_partner", m.presets)
            ),
        ),
        Part(
            id="partner",
            about="ORG",
            description=Text(
                nl="De afspraken van uw organisatie", en="The agreements of your organisation"
            ),
            compile=lambda m: compile_partner(
                m.dossier, m.about, preset("per_partner", m.presets), m.language, m.now
            ),
        ),
        Part(
            id="evaluation",
            description=Text(
                nl="Evaluatienotitie, zoals die nu is", en="Evaluation note as it is now"
            ),
            compile=lambda m: compile_evaluation(m.dossier, m.form, m.language, m.now),
        ),
        Part(
            id="register",
            description=Text(
                nl="Wat er met elke reactie is gedaan", en="What was done with each comment"
            ),
            compile=lambda m: compile_register(m.dossier, m.form, m.language, m.now),
        ),
        Part(
            id="progress",
            description=Text(
                nl="Voortgang van de maatregelen, voor het veiligheidsoverleg",
                en="Progress of the measures, for the safety meeting",
            ),
            compile=lambda m: compile_progress(
                m.dossier, preset("voortgang", m.presets), m.language, m.now
            ),
        ),
        Part(
            id="session",
            description=Text(
                nl="Verslag van de collectieve sessie", en="Report of the collective session"
            ),
            compile=lambda m: compile_session(m.dossier, SESSION, m.form, m.language, m.now),
        ),
        Part(
            id="evaluation_session",
            description=Text(
                nl="Verslag van de gezamenlijke evaluatiesessie",
                en="Report of the joint evaluation session",
            ),
            compile=lambda m: compile_session(m.dossier, EVALUATION, m.form, m.language, m.now),
        ),
        Part(
            id="adopted",
            description=Text(nl="Het vastgestelde uitvoeringsplan", en="The adopted plan"),
            compile=_adopted,
        ),
        _paper(
            "mt_note",
            Text(nl="Oplegnotitie MT", en="Note for the MT"),
            Text(nl="Oplegnotitie voor het MT", en="Note with the plan for the MT"),
            mt_note,
        ),
        _paper(
            "college_proposal",
            Text(nl="Collegevoorstel", en="Proposal for the college"),
            Text(nl="Voorstel aan het college", en="Proposal to the college"),
            college_proposal,
        ),
        _paper(
            "triangle_note",
            Text(nl="Annotatie driehoek", en="Note for the triangle"),
            Text(
                nl="Annotatie voor de driehoek: inzet van politie en OM",
                en="Note for the triangle: effort of police and prosecution",
            ),
            triangle_note,
        ),
        _paper(
            "council_letter",
            Text(nl="Raadsinformatiebrief", en="Letter to the council"),
            Text(nl="Brief aan de raad, ter kennisname", en="Letter to inform the council"),
            council_letter,
            public=True,
        ),
        _paper(
            "public_summary",
            Text(nl="Samenvatting voor inwoners", en="Summary for residents"),
            Text(nl="Eén bladzijde voor inwoners", en="One page for residents"),
            public_summary,
            public=True,
        ),
        _paper(
            "participation",
            Text(nl="Wie deed er mee", en="Who took part"),
            Text(
                nl="Wie is gevraagd, herinnerd en heeft geantwoord",
                en="Who was asked, reminded and answered",
            ),
            participation,
        ),
        _paper(
            "decisions",
            Text(nl="Overzicht van besluiten", en="Record of decisions"),
            Text(nl="Wat elk orgaan besloot", en="What each body decided"),
            decisions,
        ),
    )
}
