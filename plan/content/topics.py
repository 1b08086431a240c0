"""The seven topics of the evaluative round and their questions (CCV step 4; domain 3)."""

from __future__ import annotations

from plan.called_for import wants_explanation
from plan.content import answers
from plan.question import Choice, Form, Free, Part, Question, Reason, Topic
from plan.text import Text

DEVELOPMENTS = Topic(
    id="developments",
    number=1,
    title=Text(nl="Veiligheidsontwikkelingen", en="Safety developments"),
    questions=(
        Question(
            id="O1",
            short=Text(nl="Ontwikkeling", en="Development"),
            per="theme",
            core=True,
            kind=Free(limit=600),
            text=Text(
                nl="Welke ontwikkeling in uw werkgebied vraagt volgend jaar als eerste aandacht, "
                "en waaraan merkt u dat?",
                en="Which development in your area needs attention first next year, "
                "and how do you notice it?",
            ),
        ),
        Question(
            id="O2",
            short=Text(nl="Situatie", en="Situation"),
            per="theme",
            core=True,
            kind=Choice(options=answers.CHANGE),
            text=Text(
                nl="Hoe is de situatie op dit thema het afgelopen jaar veranderd?",
                en="How did the situation on this theme change over the past year?",
            ),
        ),
        Question(
            id="O3",
            short=Text(nl="Cijfers en bronnen", en="Figures and sources"),
            per="theme",
            kind=Free(limit=600),
            text=Text(
                nl="Welke cijfers, meldingen of waarnemingen liggen onder dat beeld? "
                "Noem aantallen en bronnen, geen personen.",
                en="Which figures, reports or observations support that picture? "
                "Give numbers and sources, no persons.",
            ),
        ),
        Question(
            id="O4",
            short=Text(nl="Iets nieuws in zicht", en="Something new in sight"),
            kind=Choice(options=answers.YES_NO),
            text=Text(
                nl="Ziet u iets opkomen dat nog nergens in het plan staat?",
                en="Do you see something emerging that is nowhere in the plan?",
            ),
            reason=Reason(
                text=Text(nl="Wat ziet u opkomen?", en="What do you see emerging?"),
                values=frozenset({"ja"}),
            ),
        ),
    ),
)

PRIORITIES = Topic(
    id="priorities",
    number=2,
    title=Text(nl="Nieuwe prioriteiten", en="New priorities"),
    questions=(
        Question(
            id="P1",
            short=Text(nl="Gewicht", en="Weight"),
            per="priority",
            core=True,
            kind=Choice(options=answers.WEIGHT),
            text=Text(
                nl="Welk gewicht hoort deze prioriteit volgend jaar te krijgen?",
                en="What weight should this priority get next year?",
            ),
        ),
        Question(
            id="P2",
            short=Text(nl="Gemist onderwerp", en="Missed subject"),
            kind=Form(
                parts=(
                    Part(
                        id="why",
                        required=True,
                        text=Text(
                            nl="Waarom, en wat levert het de gemeente op?",
                            en="Why, and what would it bring the municipality?",
                        ),
                    ),
                    Part(
                        id="instead_of",
                        text=Text(
                            nl="In plaats waarvan? (niet verplicht)",
                            en="Instead of what? (optional)",
                        ),
                    ),
                )
            ),
            text=Text(
                nl="Welk onderwerp mist u tussen de prioriteiten?",
                en="Which subject do you miss among the priorities?",
            ),
        ),
        Question(
            id="P3",
            short=Text(nl="Kan vervallen", en="Can lapse"),
            kind=Form(
                many=False,
                parts=(
                    Part(
                        id="items",
                        of="items",
                        text=Text(
                            nl="Bij welke thema's of actiepunten hoort dat?",
                            en="Which themes or action items is that about?",
                        ),
                    ),
                ),
            ),
            text=Text(
                nl="Als er iets bij komt, wat kan dan terug naar regulier werk of helemaal "
                "vervallen?",
                en="If something is added, what can return to regular work or lapse?",
            ),
        ),
    ),
)

APPROACH = Topic(
    id="approach",
    number=3,
    title=Text(
        nl="Voortgang en effect van de gekozen aanpak",
        en="Progress and effect of the chosen approach",
    ),
    questions=(
        Question(
            id="A1",
            short=Text(nl="Voortgang", en="Progress"),
            per="measure",
            core=True,
            kind=Choice(options=answers.PROGRESS),
            text=Text(nl="Hoe ver is deze maatregel?", en="How far along is this measure?"),
        ),
        Question(
            id="A2",
            short=Text(nl="Werkt het", en="Does it work"),
            per="measure",
            core=True,
            kind=Choice(options=answers.WORKS),
            text=Text(
                nl="In welke mate merkt u dat deze maatregel werkt?",
                en="To what extent do you notice that this measure works?",
            ),
        ),
        Question(
            id="A3",
            short=Text(nl="Toelichting", en="Explanation"),
            per="measure",
            kind=Free(limit=600),
            when=wants_explanation,
            text=Text(
                nl="Waar ziet u dat aan, en wat hielp of zat in de weg?",
                en="Where do you see that, and what helped or hindered?",
            ),
        ),
        Question(
            id="A4",
            short=Text(nl="Doel dichterbij", en="Closer to the aim"),
            per="item",
            kind=Choice(options=answers.CLOSER),
            text=Text(
                nl="Brengen deze maatregelen samen het doel van het actiepunt dichterbij?",
                en="Do these measures together bring the aim of the action item closer?",
            ),
        ),
    ),
)

MEASURES = Topic(
    id="measures",
    number=4,
    title=Text(
        nl="Aanvullende of nieuwe maatregelen, of afschalen",
        en="Additional or new measures, or scaling down",
    ),
    questions=(
        Question(
            id="M1",
            short=Text(nl="Advies", en="Advice"),
            per="measure",
            core=True,
            kind=Choice(options=answers.ADVICE),
            text=Text(
                nl="Wat is uw advies over deze maatregel voor volgend jaar?",
                en="What is your advice on this measure for next year?",
            ),
            reason=Reason(
                text=Text(nl="Waarom adviseert u dat?", en="Why do you advise that?"),
                values=frozenset({"anders", "minder", "stoppen"}),
            ),
        ),
        Question(
            id="M2",
            short=Text(nl="Voorstel", en="Proposal"),
            core=True,
            kind=Form(
                parts=(
                    Part(
                        id="title",
                        required=True,
                        limit=120,
                        text=Text(
                            nl="Hoe noemen we deze maatregel in het kort?",
                            en="What do we call this measure in brief?",
                        ),
                    ),
                    Part(
                        id="item",
                        of="item",
                        text=Text(
                            nl="Bij welk actiepunt hoort deze maatregel?",
                            en="Which action item does it belong to?",
                        ),
                    ),
                    Part(
                        id="own_contribution",
                        text=Text(
                            nl="Wat brengt uw eigen organisatie in?",
                            en="What does your own organisation contribute?",
                        ),
                    ),
                    Part(
                        id="costs",
                        limit=120,
                        text=Text(
                            nl="Wat kost het ongeveer? (niet verplicht)",
                            en="What does it cost, roughly? (optional)",
                        ),
                    ),
                    Part(
                        id="chain_phase",
                        of="chain_phase",
                        text=Text(
                            nl="Bij welke schakel van de veiligheidsketen hoort deze maatregel? "
                            "(niet verplicht)",
                            en="To which link of the safety chain does this measure belong? "
                            "(optional)",
                        ),
                    ),
                )
            ),
            text=Text(
                nl="Welke maatregel zou u toevoegen, bij welk actiepunt, en wat brengt uw eigen "
                "organisatie in?",
                en="Which measure would you add, to which action item, and what does your own "
                "organisation contribute?",
            ),
        ),
        Question(
            id="M3",
            short=Text(nl="Aanpak van elders", en="Approach elsewhere"),
            kind=Free(limit=600),
            text=Text(
                nl="Kent u een aanpak van elders die hier past? Geef een naam of een verwijzing.",
                en="Do you know an approach elsewhere that fits here? Give a name or reference.",
            ),
        ),
    ),
)

COOPERATION = Topic(
    id="cooperation",
    number=5,
    title=Text(nl="Samenwerking en nagekomen afspraken", en="Cooperation and agreements kept"),
    questions=(
        Question(
            id="S1",
            short=Text(nl="Samenwerking", en="Cooperation"),
            per="theme",
            kind=Choice(options=answers.SMOOTH),
            text=Text(
                nl="Hoe loopt de samenwerking op dit thema?",
                en="How does cooperation on this theme run?",
            ),
        ),
        Question(
            id="S2",
            short=Text(nl="Afspraken nagekomen", en="Agreements kept"),
            per="theme",
            core=True,
            kind=Choice(options=answers.KEPT),
            text=Text(
                nl="Kwamen de partners, uw eigen organisatie meegerekend, hun afspraken na?",
                en="Did the partners, including your own organisation, keep their agreements?",
            ),
        ),
        Question(
            id="S3",
            short=Text(nl="Blijven liggen", en="Left undone"),
            per="theme",
            kind=Form(
                parts=(
                    Part(
                        id="cause",
                        text=Text(nl="Waardoor kwam dat?", en="What was the cause?"),
                    ),
                    Part(
                        id="needed",
                        text=Text(
                            nl="Wat is er nodig om de afspraak alsnog na te komen?",
                            en="What is needed to keep the agreement after all?",
                        ),
                    ),
                )
            ),
            text=Text(
                nl="Welke afspraak bleef liggen, waardoor kwam dat, en wat is er nodig om haar "
                "alsnog rond te krijgen?",
                en="Which agreement was left, why, and what is needed to get it done after all?",
            ),
        ),
        Question(
            id="S4",
            short=Text(nl="Ontbreekt aan tafel", en="Missing at the table"),
            kind=Free(limit=600),
            text=Text(
                nl="Wie zit niet aan tafel maar zou er wel moeten zitten?",
                en="Who is not at the table but should be?",
            ),
        ),
    ),
)

STEERING = Topic(
    id="steering",
    number=6,
    title=Text(nl="Sturing en regie", en="Steering and direction"),
    questions=(
        Question(
            id="R1",
            short=Text(nl="Duidelijk wie beslist", en="Clear who decides"),
            core=True,
            kind=Choice(options=answers.CLEAR),
            text=Text(
                nl="Weet u wie beslist en bij wie u terechtkunt als iets vastloopt?",
                en="Do you know who decides and where to go when something gets stuck?",
            ),
        ),
        Question(
            id="R2",
            short=Text(nl="Bijgestuurd", en="Adjusted"),
            kind=Choice(options=answers.ADJUSTED),
            text=Text(
                nl="Is er bijgestuurd toen dat nodig was?",
                en="Was there adjustment when it was needed?",
            ),
            reason=Reason(
                required=False,
                text=Text(
                    nl="Wat ging er mis? (niet verplicht)", en="What went wrong? (optional)"
                ),
                values=frozenset({"te_laat", "niet"}),
            ),
        ),
        Question(
            id="R3",
            short=Text(nl="Dit overleg", en="This meeting"),
            per="meeting",
            kind=Choice(options=answers.MEETING),
            text=Text(nl="Wat doen we met dit overleg?", en="What do we do with this meeting?"),
        ),
        Question(
            id="R4",
            short=Text(nl="Regie volgend jaar", en="Direction next year"),
            kind=Free(limit=600),
            text=Text(
                nl="Wat moet de gemeente als regisseur volgend jaar anders aanpakken?",
                en="What should the municipality, as director, do differently next year?",
            ),
        ),
    ),
)

FORMAT = Topic(
    id="format",
    number=7,
    title=Text(nl="Werkt het gekozen format?", en="Does the chosen format work?"),
    questions=(
        Question(
            id="F1",
            short=Text(nl="Gebruik van het plan", en="Use of the plan"),
            kind=Choice(options=answers.OFTEN),
            text=Text(
                nl="Hoe vaak pakte u het uitvoeringsplan er dit jaar bij?",
                en="How often did you use the plan this year?",
            ),
        ),
        Question(
            id="F2",
            short=Text(nl="Snel terug te vinden", en="Quick to find"),
            core=True,
            kind=Choice(options=answers.FOUND),
            text=Text(
                nl="Vindt u snel terug wat er van uw organisatie wordt verwacht?",
                en="Can you quickly find what is expected of your organisation?",
            ),
        ),
        Question(
            id="F3",
            short=Text(nl="Korter, of gemist", en="Shorter, or missed"),
            kind=Form(
                many=False,
                parts=(
                    Part(
                        id="missing",
                        text=Text(
                            nl="En wat mist u? (niet verplicht)",
                            en="And what do you miss? (optional)",
                        ),
                    ),
                    Part(
                        id="columns",
                        of="columns",
                        text=Text(
                            nl="Welke kolommen mogen weg? (niet verplicht)",
                            en="Which columns may go? (optional)",
                        ),
                    ),
                ),
            ),
            text=Text(
                nl="Welk onderdeel mag weg of korter, en wat mist u?",
                en="Which part may go or be shorter, and what do you miss?",
            ),
        ),
    ),
)

EVALUATION = (DEVELOPMENTS, PRIORITIES, APPROACH, MEASURES, COOPERATION, STEERING, FORMAT)
