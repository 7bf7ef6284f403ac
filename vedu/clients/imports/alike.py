"""Rows that are probably about a client of the base, though no exact key says so: name, person and town do (BASE-7).

What becomes of them a person decides once for the file: ``Mapping.alike``. It is asked row by row, five small queries
each, so a file of a hundred thousand rows is better imported as it is and left to the nightly search."""

from collections.abc import Sequence

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vedu.clients.duplicates.facts import Facts
from vedu.clients.duplicates.likely import Likeness, likenesses
from vedu.clients.duplicates.probable_pair import ProbablePair
from vedu.clients.imports.draft import ClientDraft
from vedu.clients.imports.mapping import AS_NEW
from vedu.clients.imports.target import NOTES
from vedu.foundation.refusal import Reason

SURE = 0.75  # as likely as this the search calls few pairs that are none
ASKED, JOINED = "alike-asked", "alike-joined"


class Alike:
    """Remembers its answers: a row of deals asks twice."""

    def __init__(self, rule: str) -> None:
        self.rule = rule
        self._found: dict[int, Likeness | None] = {}

    def to(self, draft: ClientDraft) -> Likeness | None:
        """The client that the draft most probably is; None also when nobody wants to know."""
        if self.rule == AS_NEW:
            return None
        key = id(draft)
        if key not in self._found:
            likeliest = next(iter(likenesses(facts_of(draft))), None)
            self._found[key] = likeliest if likeliest and likeliest.score >= SURE else None
        return self._found[key]


def facts_of(draft: ClientDraft) -> Facts:
    return Facts(
        draft.name,
        draft.kind,
        legal_name=draft.requisites.get("legal_name", ""),
        city=draft.facts.get("city", ""),
        address=draft.requisites.get("address", ""),
        inn=draft.inn,
        points=[(point.kind, point.value) for point in draft.points],
        people=[draft.person] if draft.person else [],
    )


def looks_like(likeness: Likeness) -> list[Reason]:
    """Why the row is left out."""
    sentence = _("Looks like “%(client)s”: %(why)s. Left out, as you said.")
    why = likeness.sentence[:1].lower() + likeness.sentence[1:]
    words = {"client": likeness.client.name, "why": why}
    return [Reason("looks-like", sentence % words, {"client": likeness.client.pk})]


def put_to_the_queue(doubts: Sequence[tuple[int, Likeness]]) -> None:
    """(id of the new client, whom it looks like): the head decides on /duplicates/, and the next search learns."""
    pairs = [
        ProbablePair.between(one, found.client.pk, found.score, found.reasons, found.evidence) for one, found in doubts
    ]
    ProbablePair.objects.bulk_create(pairs, ignore_conflicts=True)


def register_notes() -> None:
    NOTES[ASKED] = gettext_lazy("Look like clients who were there: stand in the queue of duplicates, rows %(rows)d.")
    NOTES[JOINED] = gettext_lazy("Joined to clients whom they look like, rows %(rows)d.")
