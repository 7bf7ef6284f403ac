"""Settles the deals of one batch: new, known, or refused because a colleague leads the client (OWN-2)."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from vedu.clients.client import Client
from vedu.clients.imports.client_batch import ClientBatch
from vedu.clients.imports.external_id import ExternalId
from vedu.clients.imports.place import Place
from vedu.clients.imports.target import NOTES, Job, Outcome, Verdict
from vedu.clients.protection import is_closed_to, led_by_another
from vedu.foundation.many_rows import select
from vedu.sales.imports.deal_draft import DealDraft

PASSED, STRANGER = "deal-passed", "deal-of-stranger"
NOTES[PASSED] = _("Open deals that went to the colleague who leads the client, for a client has one owner: %(rows)d")
NOTES[STRANGER] = _("Open deals without a client in the file, each with a client named after it: %(rows)d")


@dataclass(frozen=True, slots=True)
class Accepted:
    draft: DealDraft
    place: Place


class DealBatch:
    """Deals that stand in the base already are left as they are: they move by the transition command alone
    (STAGE-2), and what people wrote since is newer than the file."""

    def __init__(self, drafts: Sequence[DealDraft], job: Job) -> None:
        keys = {draft.key for draft in drafts}
        self._job = job
        self._known = {key for (key,) in select(ExternalId, ["external_id"], "external_id", keys, source=job.namespace)}
        self._seen: set[str] = set()
        self.clients = ClientBatch([draft.client for draft in drafts if draft.key not in self._known], job)
        self.accepted: list[Accepted] = []

    def settle(self, draft: DealDraft) -> Outcome:
        if draft.key in self._known or draft.key in self._seen:
            return Outcome(Verdict.UNCHANGED)
        place = self.clients.find(draft.client)
        outcome = self._open(draft, place) if draft.is_open else self._closed(draft, place)
        if outcome.verdict != Verdict.REFUSED:
            self._seen.add(draft.key)
        return outcome

    def _open(self, draft: DealDraft, place: Place | None) -> Outcome:
        """An open deal makes its client led. Of several sellers whose open deals the file has with one free client,
        the first leads it, and the deals of the others become his: a client has one owner (OWN-1)."""
        passed = place is not None and place.led_from_here and place.owner_id not in (None, draft.owner_id)
        if passed and place and place.owner_id:
            draft.owner_id = place.owner_id
        draft.client.owner_id = draft.owner_id
        outcome = self._accept(draft, fill=True)
        outcome.note = PASSED if passed else STRANGER if draft.has_no_client else outcome.note
        return outcome

    def _closed(self, draft: DealDraft, place: Place | None) -> Outcome:
        """Past deals do not make a client led. With one that a colleague leads only his head may write them down."""
        is_free = place is None or place.owner_id is None
        draft.client.owner_id = draft.client_owner_id if is_free else None
        closed_to = place and is_closed_to(place.owner_id, place.open_deals, draft.owner_id)
        if not place or not closed_to or place.led_from_here:
            return self._accept(draft, fill=not closed_to)
        by = self._job.by
        if by is not None and not by.manages(place.owner_id):
            client = Client.objects.select_related("owner").get(pk=place.id)
            return Outcome(Verdict.REFUSED, led_by_another(client).reasons)
        return self._accept(draft, fill=False)

    def _accept(self, draft: DealDraft, *, fill: bool) -> Outcome:
        settled = self.clients.settle(draft.client, fill=fill)
        if settled.place is None:
            return Outcome(Verdict.REFUSED, settled.reasons)
        settled.place.open_deals += draft.is_open
        self.accepted.append(Accepted(draft, settled.place))
        return Outcome(Verdict.NEW, note=settled.note)
