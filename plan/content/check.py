"""The questions of a bilateral check (domain 2.3, J3)."""

from __future__ import annotations

from plan.checking import in_check, in_whole_check
from plan.question import Choice, Free, Option, Question, Reason, Topic
from plan.text import Text

CHECK = (
    Topic(
        id="own_parts",
        number=1,
        title=Text(nl="Uw bijdrage", en="Your contribution"),
        questions=(
            Question(
                id="K1",
                short=Text(nl="Klopt het", en="Is it correct"),
                per="measure",
                core=True,
                every=True,
                when=in_check,
                kind=Choice(
                    options=(
                        Option(id="klopt", text=Text(nl="Klopt", en="Correct")),
                        Option(id="aanpassen", text=Text(nl="Aanpassen", en="Change")),
                        Option(
                            id="niet_haalbaar", text=Text(nl="Niet haalbaar", en="Not feasible")
                        ),
                    )
                ),
                text=Text(
                    nl="Klopt de tekst, en is het haalbaar in deze periode?",
                    en="Is the text correct, and is it feasible in this period?",
                ),
                reason=Reason(
                    text=Text(
                        nl="Wat moet er anders, of waarom lukt het niet?",
                        en="What should change, or why is it not feasible?",
                    ),
                    values=frozenset({"aanpassen", "niet_haalbaar"}),
                ),
            ),
            Question(
                id="K2",
                short=Text(nl="Toezegging", en="Commitment"),
                per="measure",
                core=True,
                every=True,
                when=in_check,
                kind=Choice(
                    options=(
                        Option(id="ja", text=Text(nl="Ja", en="Yes")),
                        Option(id="ja_mits", text=Text(nl="Ja, mits", en="Yes, provided")),
                        Option(
                            id="intern_akkoord_nodig",
                            text=Text(
                                nl="Intern akkoord nog nodig", en="Internal approval still needed"
                            ),
                        ),
                        Option(id="nee", text=Text(nl="Nee", en="No")),
                    )
                ),
                text=Text(
                    nl="Levert uw organisatie deze bijdrage?",
                    en="Will your organisation make this contribution?",
                ),
                reason=Reason(
                    text=Text(
                        nl="Onder welke voorwaarde, of waarom niet?",
                        en="On what condition, or why not?",
                    ),
                    values=frozenset({"ja_mits", "nee"}),
                    given_with="K1",
                ),
            ),
            Question(
                id="K3",
                short=Text(nl="Aanspreekpunt", en="Contact"),
                core=True,
                when=in_whole_check,
                kind=Free(limit=200),
                text=Text(
                    nl="Wie is bij u het aanspreekpunt? Alleen naam en functie.",
                    en="Who is the contact on your side? Name and position only.",
                ),
            ),
        ),
    ),
    Topic(
        id="the_whole",
        number=2,
        title=Text(nl="Het geheel", en="The whole"),
        questions=(
            Question(
                id="K4",
                short=Text(nl="Ontbreekt", en="Missing"),
                core=True,
                kind=Free(limit=600),
                text=Text(
                    nl="Welke afspraak van uw organisatie ontbreekt?",
                    en="Which agreement of your organisation is missing?",
                ),
            ),
            Question(
                id="K5",
                short=Text(nl="Probleem bij een ander", en="Problem elsewhere"),
                core=True,
                kind=Free(limit=600),
                text=Text(
                    nl="Bij welke maatregel van een ander voorziet u een probleem?",
                    en="With which measure of another do you foresee a problem?",
                ),
            ),
        ),
    ),
)
