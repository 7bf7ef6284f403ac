"""How a rule says no: one exception for pages, API, bulk actions, imports and jobs alike."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a rule stops a person: a stable ``code``, one ``sentence`` in the person's language, and
    ``facts`` (JSON values) that a screen needs to offer the way on."""

    code: str
    sentence: str
    facts: Mapping[str, Any] = field(default_factory=dict)


class Refused(Exception):
    """A rule does not let this happen. ``status`` is the HTTP status that says so."""

    status = 409

    def __init__(self, *reasons: Reason) -> None:
        super().__init__("; ".join(reason.sentence for reason in reasons))
        self.reasons = reasons

    @property
    def title(self) -> str:
        return _("A rule does not allow this")

    @property
    def codes(self) -> list[str]:
        return [reason.code for reason in self.reasons]


class NotAllowed(Refused):
    """The person's role or place does not give this right (TEAM-1)."""

    status = 403

    @property
    def title(self) -> str:
        return _("Not allowed")


class Missing(Refused):
    """Something has to be there first; each reason names one thing that is missing."""

    status = 422

    @property
    def title(self) -> str:
        return _("Something is missing")


class Invalid(Refused):
    """What was given cannot be right; ``facts["field"]`` names where."""

    status = 422

    @property
    def title(self) -> str:
        return _("Please check what you entered")


def invalid(field_name: str, code: str, sentence: str) -> Invalid:
    """A refusal of one wrong value in one field."""
    return Invalid(Reason(code, sentence, {"field": field_name}))


def require_short(field_name: str, text: str, longest: int, **facts: Any) -> None:
    """Raises Invalid for a text of more than ``longest`` letters; ``facts`` say where else, such as the row."""
    if len(text) > longest:
        sentence = _("“%(text)s…” is longer than %(count)d letters: make it shorter.")
        said = sentence % {"text": text[:40], "count": longest}
        raise Invalid(Reason("too-long", said, {"field": field_name, **facts}))


def reasons_of(step: Callable[[], object]) -> Sequence[Reason]:
    """Why a verb finds what was given wrong, and none when it did it: so that all that is wrong is told at once."""
    try:
        step()
    except Invalid as refused:
        return refused.reasons
    return ()
