"""A shorter way to write down an example measure of the catalogue."""

from plan.classifying import ChainPhase, Instrument, Reach, Target
from plan.content.shape import ExampleMeasure
from plan.text import Text

Kind = tuple[ChainPhase, Target, Reach, Instrument]


def measure(kind: Kind, *, nl: str, en: str) -> ExampleMeasure:
    """An example measure; `kind` classifies it with the four values of domain 1.6."""
    chain_phase, target, reach, instrument = kind
    return ExampleMeasure(
        title=Text(nl=nl, en=en),
        chain_phase=chain_phase,
        target=target,
        reach=reach,
        instrument=instrument,
    )
