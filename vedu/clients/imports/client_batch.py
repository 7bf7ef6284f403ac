"""Settles the clients of one batch: which row makes a new client, which adds to one, which must not (OWN-2)."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from vedu.clients.client import Client
from vedu.clients.duplicates.likely import Likeness
from vedu.clients.imports.alike import ASKED, JOINED, Alike, looks_like
from vedu.clients.imports.draft import ClientDraft
from vedu.clients.imports.lookup import load_places, look_up
from vedu.clients.imports.mapping import JOIN, LEAVE_OUT
from vedu.clients.imports.matching import Matcher
from vedu.clients.imports.place import Change, Place
from vedu.clients.imports.target import Job, Verdict
from vedu.clients.protection import is_closed_to, led_by_another
from vedu.foundation.refusal import Reason


@dataclass(slots=True)
class Settled:
    """``place`` is None when the row is refused."""

    verdict: Verdict
    place: Place | None = None
    reasons: Sequence[Reason] = ()
    note: str = ""


class ClientBatch:
    """Made for all the drafts of a batch at once; then ``settle`` each, then client_writer.write the batch."""

    def __init__(self, drafts: Sequence[ClientDraft], job: Job) -> None:
        self.job = job
        self.places: list[Place] = []
        self.new_keys: dict[str, tuple[Place, ClientDraft]] = {}
        self.doubts: list[tuple[Place, Likeness]] = []
        self._alike = Alike(job.mapping.alike)
        self._known = look_up(drafts, job.namespace)
        self._places = load_places(self._known.client_ids(), job.before)
        self._matcher = Matcher(self._known, self._places)

    def find(self, draft: ClientDraft) -> Place | None:
        """By an exact key, or whom it looks like where the rule is to join them."""
        return self._matcher.find(draft) or self._look_alike(draft)

    def settle(self, draft: ClientDraft, *, fill: bool = True) -> Settled:
        """Decide on this row and remember what to write. ``fill`` False only links to a client that exists."""
        place, note = self._matcher.find(draft), ""
        if place is None:
            place, note = self._look_alike(draft), JOINED
        if place is None:
            return self._new(draft)
        if self._is_unchanged(draft):
            return Settled(Verdict.UNCHANGED, place, note=note)
        change = place.lacks(draft) if fill else Change()
        gets_owner = draft.owner_id is not None and place.owner_id is None
        if reasons := self._why_not(draft, place, change):
            return Settled(Verdict.REFUSED, None, reasons)
        self._remember(draft, place)
        if not (change or gets_owner):
            return Settled(Verdict.UNCHANGED, place, note=note)
        self._apply(place, change, draft.owner_id if gets_owner else None)
        return Settled(Verdict.EXISTING, place, note=note)

    def _new(self, draft: ClientDraft) -> Settled:
        """No client of the base is it for sure; what looks like one goes by the rule."""
        likeness = self._alike.to(draft)
        if likeness and self._alike.rule == LEAVE_OUT:
            return Settled(Verdict.REFUSED, None, looks_like(likeness))
        settled = self._begin(draft)
        if likeness and settled.place:
            self.doubts.append((settled.place, likeness))
            settled.note = ASKED
        return settled

    def _look_alike(self, draft: ClientDraft) -> Place | None:
        """Whom the row is joined to by the rule: the client as it is now, loaded once for the batch."""
        likeness = self._alike.to(draft) if self._alike.rule == JOIN else None
        if likeness is None:
            return None
        pk = likeness.client.pk
        if pk not in self._places:
            self._places |= load_places([pk], self.job.before)
        return self._places[pk]

    def _begin(self, draft: ClientDraft) -> Settled:
        place = Place.of(draft)
        self._apply(place, place.lacks(draft), draft.owner_id)
        self._remember(draft, place)
        return Settled(Verdict.NEW, place)

    def _apply(self, place: Place, change: Change, owner_id: int | None) -> None:
        if place.is_new and not place.changes or not (place.is_new or place.changes or place.given_owner):
            self.places.append(place)
        place.take(change)
        if owner_id is not None:
            place.give_to(owner_id)

    def _is_unchanged(self, draft: ClientDraft) -> bool:
        """The very row was imported before: what people changed since stays as they left it."""
        known = self._known.digest.get(draft.keys[-1]) if draft.keys else None
        return bool(known) and known == draft.digest

    def _why_not(self, draft: ClientDraft, place: Place, change: Change) -> Sequence[Reason]:
        """OWN-2, in the same sentence as everywhere; and one ИНН is one client."""
        if place.owner_id is not None and not place.led_from_here:
            other_owner = draft.owner_id not in (None, place.owner_id)
            worker = draft.owner_id or (self.job.by.pk if self.job.by else None)
            if other_owner or (change and is_closed_to(place.owner_id, place.open_deals, worker)):
                return led_by_another(Client.objects.select_related("owner").get(pk=place.id)).reasons
        if "inn" in change.requisites and (holder := self._matcher.holder_of_inn(draft)) not in (None, place):
            sentence = _("“%(client)s” already has this INN: open that client instead.")
            return [Reason("inn-taken", sentence % {"client": holder.name if holder else ""})]
        return ()

    def _remember(self, draft: ClientDraft, place: Place) -> None:
        self._matcher.learn(draft, place)
        for key in draft.keys:
            if key not in self._known.digest:
                self.new_keys.setdefault(key, (place, draft))
