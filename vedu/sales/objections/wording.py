"""The words of an answer: what to do step by step, and what to ask back. Plain values."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

from django.utils.translation import gettext as _

from vedu.foundation.refusal import invalid, require_short

LONGEST_TITLE, LONGEST_LINE, MOST_LINES = 120, 300, 8


@dataclass(frozen=True, slots=True)
class Wording:
    """``question`` gives the word back to the client, "" for none."""

    title: str
    steps: tuple[str, ...]
    question: str = ""

    @classmethod
    def typed(cls, title: str, steps: Iterable[str], question: str = "") -> Self:
        """Without empty lines and spaces at the ends."""
        lines = (" ".join(step.split()) for step in steps)
        return cls(" ".join(title.split()), tuple(line for line in lines if line), " ".join(question.split()))

    def require_sound(self) -> None:
        """Raises Invalid with the first thing that cannot stand."""
        if not self.title:
            raise invalid("title", "name-needed", _("Name the answer as sellers call it among themselves."))
        if not self.steps:
            raise invalid("steps", "words-needed", _("Write what to do, a step a line."))
        if len(self.steps) > MOST_LINES:
            sentence = _("More than %(count)d steps: nobody remembers so many.") % {"count": MOST_LINES}
            raise invalid("steps", "steps-many", sentence)
        require_short("title", self.title, LONGEST_TITLE)
        require_short("question", self.question, LONGEST_LINE)
        for step in self.steps:
            require_short("steps", step, LONGEST_LINE)
