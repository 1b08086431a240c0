"""The two tracks of CCV step 4: the first year, and the years two to four."""

from __future__ import annotations

from plan import gates
from plan.content.check import CHECK
from plan.content.progress import PROGRESS
from plan.content.topics import EVALUATION
from plan.progress import STEP as PROGRESS_ROUND
from plan.question import Topic
from plan.text import Text
from plan.track import Sort, Step, Track

FORMAT = Text(nl="Bepalen format", en="Determine the format")
FORMAT_PURPOSE = Text(
    nl="Eén herkenbare vorm voor elk thema, die vier jaar meegaat, tenzij die niet werkt.",
    en="One recognisable form for every theme, kept for four years unless it does not work.",
)
DRAFT = Text(nl="Eerste uitwerking", en="First draft")
CHECKS = Text(nl="Bilaterale checks en verwerking", en="Bilateral checks and processing")
CHECKS_PURPOSE = Text(
    nl="Elke partner kijkt of de eigen onderdelen kloppen en of die gewenst en haalbaar zijn.",
    en="Each partner checks whether its own parts are correct, wanted and feasible.",
)
SESSION = Text(nl="Collectieve sessie en verwerking", en="Collective session and processing")
SESSION_PURPOSE = Text(
    nl="Samen verfijnen: dwarsverbanden, knelpunten in de inzet, gaten en volgorde.",
    en="Refine together: cross-links, conflicts over capacity, gaps and order.",
)
DECISION = Text(nl="Besluitvorming", en="Decision making")
DECISION_PURPOSE = Text(
    nl="Het plan krijgt gezag en middelen: MT en college besluiten.",
    en="The plan gets authority and means: MT and college decide.",
)

FIRST_YEAR = Track(
    id="first_year",
    title=Text(nl="eerste jaar", en="first year"),
    steps=(
        Step(
            id="format",
            code="J1",
            sort="choose",
            title=FORMAT,
            purpose=FORMAT_PURPOSE,
            gates=(gates.preview_seen, gates.format_frozen),
        ),
        Step(
            id="draft",
            code="J2",
            sort="draft",
            title=DRAFT,
            purpose=Text(
                nl="Het format vullen met wat voor het IVP en de veiligheidsanalyse is verzameld.",
                en="Fill the format with what was gathered for the IVP and the safety analysis.",
            ),
            gates=(
                gates.priorities_have_items,
                gates.items_have_measures,
                gates.old_measures_judged,
                gates.measures_planned,
                gates.no_personal_data,
            ),
        ),
        Step(
            id="check_1",
            code="J3",
            sort="check",
            title=CHECKS,
            purpose=CHECKS_PURPOSE,
            gates=(gates.partners_checked("check_1"), gates.remarks_processed("check_1")),
            topics=CHECK,
        ),
        Step(
            id="check_2",
            code="J4",
            sort="check",
            title=Text(
                nl="Nogmaals bilaterale checks en verwerking",
                en="Bilateral checks once more, and processing",
            ),
            purpose=Text(
                nl="Laten zien wat er is veranderd, afronden wat nog openstond en toezeggingen "
                "krijgen.",
                en="Show what has changed, settle what was left and get commitments.",
            ),
            gates=(
                gates.partners_checked("check_2"),
                gates.remarks_processed("check_2"),
                gates.conditions_settled,
            ),
            topics=CHECK,
        ),
        Step(
            id="session",
            code="J5",
            sort="meet",
            title=SESSION,
            purpose=SESSION_PURPOSE,
            gates=(gates.points_settled, gates.outcomes_processed, gates.report_sent),
        ),
        Step(
            id="decision",
            code="J6",
            sort="decide",
            title=DECISION,
            purpose=Text(
                nl="Het plan krijgt gezag en middelen: MT en college besluiten, eventueel ook de "
                "driehoek.",
                en="The plan gets authority and means: MT and college decide, possibly the "
                "triangle too.",
            ),
            gates=(gates.bodies_decided, gates.amendments_worked_in, gates.partners_agree),
        ),
    ),
)

FOLLOW_UP = Track(
    id="follow_up",
    title=Text(nl="vervolgjaar", en="follow-up year"),
    steps=(
        Step(
            id="evaluation",
            code="V1",
            sort="consult",
            title=Text(nl="Evaluatieve ronde langs partners", en="Evaluative round of partners"),
            purpose=Text(
                nl="Nagaan of het plan nog actueel is, op zeven onderwerpen; zo nodig ook in een "
                "gezamenlijke sessie.",
                en="Check whether the plan is still current, on seven topics; if need be also in "
                "a joint session.",
            ),
            gates=(
                gates.enough_response,
                gates.priority_leads_answered,
                gates.measures_concluded,
                gates.note_confirmed,
            ),
            topics=EVALUATION,
        ),
        Step(
            id="format",
            code="V2",
            sort="choose",
            title=FORMAT,
            purpose=FORMAT_PURPOSE,
            gates=(gates.format_frozen,),
        ),
        Step(
            id="draft",
            code="V3",
            sort="draft",
            title=DRAFT,
            purpose=Text(
                nl="Elke maatregel van vorig jaar krijgt een besluit, op basis van wat de "
                "partners zeiden. Niets gaat zomaar mee.",
                en="Every measure of last year gets a verdict, based on what the partners said. "
                "Nothing is carried over unseen.",
            ),
            gates=(
                gates.there_are_measures,
                gates.old_measures_judged,
                gates.proposals_answered,
                gates.new_measures_complete,
                gates.mix_checked,
                gates.no_personal_data,
            ),
        ),
        Step(
            id="check",
            code="V4",
            sort="check",
            title=CHECKS,
            purpose=CHECKS_PURPOSE,
            gates=(gates.partners_checked("check"), gates.remarks_processed("check")),
            topics=CHECK,
        ),
        Step(
            id="session",
            code="V5",
            sort="meet",
            title=SESSION,
            purpose=SESSION_PURPOSE,
            gates=(gates.points_settled, gates.outcomes_processed, gates.report_sent),
        ),
        Step(
            id="decision",
            code="V6",
            sort="decide",
            title=DECISION,
            purpose=DECISION_PURPOSE,
            gates=(gates.bodies_decided, gates.amendments_worked_in, gates.partners_agree),
        ),
    ),
)

TRACKS = {track.id: track for track in (FIRST_YEAR, FOLLOW_UP)}


def topics_of(track: str, step: str) -> tuple[Topic, ...]:
    """What a round of a step asks; a progress round belongs to no step of a track."""
    if step == PROGRESS_ROUND:
        return PROGRESS
    found = (one.topics for one in TRACKS[track].steps if one.id == step)
    return next(found, ())


def sort_of(track: str, step: str) -> Sort:
    """The sort of step a round is asked in; a progress round is asked as an evaluation is."""
    found = (one.sort for one in TRACKS[track].steps if one.id == step)
    return next(found, "consult")
