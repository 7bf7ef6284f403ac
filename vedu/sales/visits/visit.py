"""One stop of a visit list: a client, or a door that is no client yet (CHAN-6)."""

from datetime import date, datetime
from typing import TYPE_CHECKING, Self

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext as _

from vedu.clients.client import Client
from vedu.foundation.people.user import User
from vedu.foundation.refusal import Reason, Refused, invalid
from vedu.sales.touches.next_step import NextStep
from vedu.sales.touches.touch import Touch
from vedu.sales.visits import ordering, visiting
from vedu.sales.visits.address_line import AddressLine, read
from vedu.sales.visits.outcome import VisitOutcome
from vedu.sales.visits.visit_list import VisitList

if TYPE_CHECKING:
    from vedu.clients.newcomer import Newcomer

LONGEST_ADDRESS, LONGEST_TEXT = 500, 2000


class Visits(models.QuerySet["Visit"]):
    def visible_to(self, user: User) -> Self:
        """As far as the list is."""
        ids = user.visible_owner_ids()
        return self if ids is None else self.filter(visit_list__owner__in=ids)

    def ahead(self) -> Self:
        return self.filter(outcome="")

    def done(self) -> Self:
        return self.exclude(outcome="")


class Visit(models.Model):
    """``address`` is the client's when it came onto the list, and may be mended here. ``is_door``: it stood here as
    an address; an interested one is a client by now. ``has_appointment``: a meeting or a visit was agreed on."""

    visit_list = models.ForeignKey(VisitList, on_delete=models.CASCADE, related_name="visits")
    position = models.PositiveSmallIntegerField(default=0)
    client = models.ForeignKey(Client, null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    is_door = models.BooleanField(default=False)
    address = models.CharField(max_length=LONGEST_ADDRESS, blank=True)
    city = models.CharField(max_length=120, blank=True)
    street = models.CharField(max_length=255, blank=True)
    why = models.CharField(max_length=500, blank=True)
    # what came of it
    outcome = models.CharField(max_length=10, choices=VisitOutcome, blank=True)
    note = models.TextField(blank=True)
    again_on = models.DateField(null=True, blank=True)
    has_appointment = models.BooleanField(default=False)
    visited_at = models.DateTimeField(null=True, blank=True)
    visited_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    touch = models.ForeignKey(Touch, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")

    objects = Visits.as_manager()

    class Meta:
        ordering = ["position", "pk"]
        indexes = [models.Index(fields=["visit_list", "position", "id"], name="visit_of_list")]
        constraints = [
            models.UniqueConstraint(
                fields=["visit_list", "client"], condition=models.Q(client__isnull=False), name="client_once_on_a_list"
            )
        ]

    def __str__(self) -> str:
        return self.name

    # questions

    @property
    def name(self) -> str:
        return self.client.name if self.client else self.address

    @property
    def line(self) -> AddressLine:
        return read(self.address, self.city)

    # verbs

    def finish(
        self,
        outcome: str,
        *,
        by: User,
        note: str = "",
        next_step: NextStep | None = None,
        again_on: date | None = None,
        newcomer: "Newcomer | None" = None,
        at: datetime | None = None,
    ) -> None:
        """How it ended. At a client: a touch by the channel "visit" on its only open deal, and the next step. At a
        door there is nobody to keep them for, so ``again_on`` puts it on the list of that day; an interested one
        becomes a client (``newcomer``) with its address, a touch and the step.

        Raises Invalid, Refused for what is written down already, ClientIsLed when a colleague leads the client by
        now (OWN-2)."""
        visiting.finish(
            self, outcome, by=by, note=note, next_step=next_step, again_on=again_on, newcomer=newcomer, at=at
        )

    def mend(self, *, by: User, address: str | None = None, why: str | None = None) -> None:
        """Where it really is, and what for. The client's own address stays as it is."""
        self.visit_list.require_work(by)
        if address is not None:
            self.place(address, self.city)
        if why is not None:
            self.why = why.strip()[:500]
        if self.client is None and not self.address:
            raise invalid("address", "address-needed", _("Write the address: without it there is nowhere to go."))
        self.save(update_fields=["address", "city", "street", "why"])

    def move(self, steps: int, *, by: User) -> None:
        """Up the way (-1) or down it (1)."""
        self.visit_list.require_work(by)
        ordering.move(self, steps)

    def drop(self, *, by: User) -> None:
        """Off the list, as long as nothing came of it."""
        self.visit_list.require_work(by)
        if self.outcome:
            raise Refused(Reason("already-visited", _("This visit is written down already: it stays on the list.")))
        self.delete()

    # kept by other verbs

    def place(self, address: str, city: str) -> None:
        """Its address with the street by which the list is grouped; the caller saves."""
        self.address = " ".join(address.split())[:LONGEST_ADDRESS]
        line = read(self.address, city)
        self.city, self.street = line.city[:120], line.street[:255]

    def take_outcome(self, outcome: str, *, by: User, note: str, at: datetime | None) -> None:
        self.outcome, self.note = outcome, note.strip()[:LONGEST_TEXT]
        self.visited_by, self.visited_at = by, at or timezone.now()
