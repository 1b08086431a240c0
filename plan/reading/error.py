"""What is wrong with a plan file, said so that its maker can mend it."""

from __future__ import annotations

from dataclasses import dataclass

from plan.text import Text

MOST_TOLD = 5


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong; `where` is its path in the file, "" for the file as a whole."""

    what: Text
    where: str

    @property
    def sentence(self) -> Text:
        return Text.verbatim(f"{self.where}: ") + self.what if self.where else self.what


class PlanFileError(Exception):
    """A file that cannot be read as a plan; nothing of it was kept.

    `sentence` and `where` are those of the first problem, `problems` holds all of them.
    """

    def __init__(
        self, sentence: Text, where: str = "", problems: tuple[Problem, ...] = ()
    ) -> None:
        super().__init__(sentence.en)
        self.sentence = sentence
        self.where = where
        self.problems = problems or (Problem(sentence, where),)

    def told(self) -> tuple[Text, ...]:
        """What is wrong, a line each; of a long list the first five and how many more."""
        lines = tuple(problem.sentence for problem in self.problems[:MOST_TOLD])
        rest = len(self.problems) - len(lines)
        return (*lines, Text(nl=f"en nog {rest}", en=f"and {rest} more")) if rest else lines

    @classmethod
    def of(cls, problems: tuple[Problem, ...]) -> PlanFileError:
        """One error for everything that is wrong; needs at least one problem."""
        first, rest = problems[0], len(problems) - 1
        more = Text(nl=f" (en nog {rest} andere)", en=f" (and {rest} more)")
        return cls(first.sentence + more if rest else first.sentence, first.where, problems)
