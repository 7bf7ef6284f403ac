"""An order to fill the empty fields of a client from the register, for the job that fills many (PREP-2)."""

from collections.abc import Collection
from datetime import datetime
from typing import Self

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from vedu.clients import requisites
from vedu.clients.client import Client
from vedu.foundation.people.user import User
from vedu.foundation.refusal import Reason, Refused
from vedu.integrations.enrichment.choice import chosen_provider
from vedu.integrations.enrichment.comparing import compared
from vedu.integrations.enrichment.fill import fill
from vedu.integrations.enrichment.lookup import Lookup, look_up
from vedu.integrations.enrichment.trouble import trouble_of


class Outcome(models.TextChoices):
    WAITING = "", pgettext_lazy("filling", "waits for its turn")
    FILLED = "filled", pgettext_lazy("filling", "filled")
    NOTHING_NEW = "nothing_new", pgettext_lazy("filling", "everything was there")
    TROUBLE = "trouble", pgettext_lazy("filling", "not found")
    REFUSED = "refused", pgettext_lazy("filling", "not allowed any more")


class Fillings(models.QuerySet["Filling"]):
    def waiting(self) -> Self:
        return self.filter(outcome=Outcome.WAITING)

    def visible_to(self, user: User) -> Self:
        """As far as the client is visible."""
        ids = user.visible_owner_ids()
        if ids is None:
            return self
        return self.filter(models.Q(client__owner__in=ids) | models.Q(client__owner=None))


class Filling(models.Model):
    """An order to fill the empty fields of a client, and what came of it. ``why`` is a sentence where nothing did."""

    client = models.ForeignKey(Client, on_delete=models.CASCADE, related_name="+")
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    done_at = models.DateTimeField(null=True, blank=True)
    outcome = models.CharField(max_length=12, choices=Outcome, blank=True)
    fields = models.JSONField(default=list)
    why = models.CharField(max_length=500, blank=True)

    objects = Fillings.as_manager()

    class Meta:
        ordering = ["-at", "-pk"]
        indexes = [models.Index(fields=["-at", "-id"], name="filling_newest")]
        constraints = [
            models.UniqueConstraint(fields=["client"], condition=models.Q(outcome=""), name="one_filling_waits")
        ]

    def __str__(self) -> str:
        return f"{self.client_id}: {self.outcome or 'waiting'}"

    @classmethod
    def order(cls, client: Client, *, by: User, at: datetime | None = None) -> "Filling":
        """For the job. Refused without an ИНН, without a provider, and while one order waits already."""
        client.require_workable(by)
        if chosen_provider() is None:
            raise Refused(Reason(*trouble_of("no-provider")))
        if not inn_of(client):
            raise Refused(Reason(*trouble_of("inn-needed")))
        if cls.objects.waiting().filter(client=client).exists():
            raise Refused(Reason("already-ordered", _("Filling is ordered already: it waits for its turn.")))
        return cls.objects.create(client=client, by=by, at=at or timezone.now())

    def carry_out(self, at: datetime | None = None) -> Lookup:
        """Ask, and fill what is empty; what stands there is never overwritten."""
        row = requisites_of(self.client)
        lookup = look_up(row.inn, row.kpp, at=at) if row else look_up("", at=at)
        try:
            self._take(lookup, at)
        except Refused as refused:
            self._end(Outcome.REFUSED, why=" ".join(reason.sentence for reason in refused.reasons), at=at)
        return lookup

    def _take(self, lookup: Lookup, at: datetime | None) -> None:
        if lookup.facts is None:
            self._end(Outcome.TROUBLE, why=lookup.trouble.sentence if lookup.trouble else "", at=at)
            return
        empty = [one.field for one in compared(self.client, lookup.facts) if one.is_new]
        filled = fill(self.client, lookup.facts, empty, by=self.by, source=lookup.source, at=at)
        outcome = Outcome.FILLED if filled else Outcome.NOTHING_NEW
        self._end(outcome, fields=filled, why=lookup.facts.warning, at=at)

    def _end(self, outcome: Outcome, *, why: str, at: datetime | None, fields: Collection[str] = ()) -> None:
        self.outcome, self.why, self.fields, self.done_at = outcome, why[:500], list(fields), at or timezone.now()
        self.save(update_fields=["outcome", "why", "fields", "done_at"])


def requisites_of(client: Client) -> requisites.Requisites | None:
    return getattr(client, "requisites", None)


def inn_of(client: Client) -> str:
    row = requisites_of(client)
    return row.inn if row else ""
