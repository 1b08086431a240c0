"""The three questions of a progress round, and what a light that is not green calls for."""

from __future__ import annotations

from plan.content import answers
from plan.progress import not_green
from plan.question import Choice, Free, Question, Topic
from plan.text import Text

PROGRESS = (
    Topic(
        id="progress",
        number=1,
        title=Text(nl="Voortgang van uw maatregelen", en="Progress of your measures"),
        questions=(
            Question(
                id="G1",
                short=Text(nl="Stand", en="Status"),
                per="led",
                core=True,
                kind=Choice(options=answers.STATUS),
                text=Text(nl="Hoe ver is deze maatregel?", en="How far along is this measure?"),
            ),
            Question(
                id="G2",
                short=Text(nl="Licht", en="Light"),
                per="led",
                core=True,
                kind=Choice(options=answers.LIGHT),
                text=Text(nl="Welk licht krijgt de maatregel?", en="Which light does it get?"),
            ),
            Question(
                id="G3",
                short=Text(nl="Toelichting", en="Note"),
                per="led",
                kind=Free(limit=300),
                text=Text(nl="Toelichting (niet verplicht)", en="Note (optional)"),
            ),
            Question(
                id="G4",
                short=Text(nl="Oorzaak", en="Cause"),
                per="led",
                kind=Free(limit=300),
                when=not_green,
                needed=True,
                text=Text(
                    nl="Waardoor staat het licht niet op groen?",
                    en="Why is the light not green?",
                ),
            ),
            Question(
                id="G5",
                short=Text(nl="Gevolg", en="Consequence"),
                per="led",
                kind=Free(limit=300),
                when=not_green,
                needed=True,
                text=Text(
                    nl="Wat is het gevolg voor tijd, geld of kwaliteit?",
                    en="What does that mean for time, money or quality?",
                ),
            ),
            Question(
                id="G6",
                short=Text(nl="Bijsturing", en="Adjustment"),
                per="led",
                kind=Free(limit=300),
                when=not_green,
                needed=True,
                text=Text(
                    nl="Hoe stuurt u bij, en wat is daarvoor nodig?",
                    en="How do you adjust, and what does that take?",
                ),
            ),
        ),
    ),
)
