"""A phone or an e-mail of the list of opt-outs turns up again, at a new contact or in an import: it is marked."""

from collections.abc import Sequence

from django.utils.translation import gettext_lazy

from vedu.clients.consent.opt_out import OptOut
from vedu.clients.consent.opted_out import opt_outs_of
from vedu.clients.contact_point import ContactPoint
from vedu.clients.imports.draft import ClientDraft
from vedu.clients.imports.target import NOTES, Outcome, Verdict
from vedu.foundation.events import Event, tell

NOTE = "opted-out"
WRITTEN = (Verdict.NEW, Verdict.EXISTING)


def listen(event: Event) -> None:
    """News of ``client.point_added``: the timeline says that this number asked not to be disturbed."""
    address = (event.data["kind"], event.data["value"])
    if not opt_outs_of([address]):
        return
    point = ContactPoint.objects.get(pk=event.data["point"])
    tell(
        "optout.recognised",
        by=event.actor,
        client_id=event.client_id,
        at=event.at,
        point=point.pk,
        contact=point.contact_id,
    )


def mark(drafts: Sequence[ClientDraft | None], outcomes: Sequence[Outcome]) -> None:
    """Rows of an import that brought such a number get a note; one or two queries for a batch."""
    if not OptOut.objects.exists():
        return
    listed = opt_outs_of((point.kind, point.value) for draft in drafts if draft for point in draft.points)
    for draft, outcome in zip(drafts, outcomes, strict=True):
        if draft and outcome.verdict in WRITTEN and any((one.kind, one.value) in listed for one in draft.points):
            outcome.note = outcome.note or NOTE


def register_note() -> None:
    NOTES[NOTE] = gettext_lazy("On the list of opt-outs, not to be called or written to: rows %(rows)d.")
