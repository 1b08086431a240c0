"""The documents that can be had of a plan, each with what it is for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from plan.blocks import Document
from plan.document.compiling import (
    compile_draft,
    compile_evaluation,
    compile_partner,
    compile_progress,
    compile_register,
)
from plan.dossier import Dossier
from plan.format import Column, Format, form_of, preset
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


PARTS: dict[str, Part] = {
    part.id: part
    for part in (
        Part(
            id="plan",
            description=Text(
                nl="Concept van het uitvoeringsplan, zoals het nu is",
                en="Draft of the plan as it is now",
            ),
            compile=lambda m: compile_draft(m.dossier, m.form, m.language, m.now),
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
    )
}
