"""A list of visits for a day: whom to go to, in the order of the way (CHAN-6)."""

from collections.abc import Collection, Iterable, Sequence
from datetime import date, datetime
from typing import Any, Self

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from vedu.clients.client import Client
from vedu.foundation.bulk import BulkResult, each
from vedu.foundation.events import tell
from vedu.foundation.people.user import User
from vedu.foundation.refusal import NotAllowed, Reason, Refused, invalid
from vedu.sales.touches.goer import require_goer
from vedu.sales.visits import adding, ordering
from vedu.sales.visits.doors import doors_of

LONGEST_TITLE = 120


class VisitLists(models.QuerySet["VisitList"]):
    def visible_to(self, user: User) -> Self:
        return self.of_people(user.visible_owner_ids())

    def of_people(self, ids: Collection[Any] | None) -> Self:
        """By id or by slot; None means everybody."""
        return self if ids is None else self.filter(owner__id__in=ids)


class VisitList(models.Model):
    """``owner`` is who walks; ``on`` the day."""

    owner = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    on = models.DateField()
    title = models.CharField(max_length=LONGEST_TITLE, blank=True)
    created_at = models.DateTimeField(default=timezone.now)
    created_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")

    objects = VisitLists.as_manager()

    class Meta:
        ordering = ["-on", "-pk"]
        indexes = [
            models.Index(fields=["owner", "-on", "-id"], name="visit_list_of_owner"),
            models.Index(fields=["-on", "-id"], name="visit_list_newest"),
        ]

    def __str__(self) -> str:
        return self.title or f"{self.on:%Y-%m-%d}"

    # verbs

    @classmethod
    def plan(
        cls, *, on: date | None, by: User, owner: User | None = None, title: str = "", at: datetime | None = None
    ) -> "VisitList":
        """For oneself, one of one's people, or for whom one stands in."""
        walker = owner or by
        require_goer(walker, by=by)
        facts = {"on": _day(on), "title": _title(title), "created_by": by, "created_at": at or timezone.now()}
        with transaction.atomic():
            made = cls.objects.create(owner=walker, **facts)
            tell("visit_list.planned", by=by, at=at, visit_list=made.pk, on=made.on, owner=walker.pk)
        return made

    def describe(self, *, by: User, on: date | None = None, title: str | None = None) -> None:
        """Another day or another name."""
        self.require_work(by)
        self.on = self.on if on is None else on
        self.title = self.title if title is None else _title(title)
        self.save(update_fields=["on", "title"])

    def add_clients(self, clients: Iterable[Client], *, by: User, why: str = "") -> BulkResult[Client]:
        """At the end of the way, each by the same rule: refused are those whom a colleague leads (OWN-2) and those who
        are on the list."""
        self.require_work(by)
        chosen = list(clients)
        with transaction.atomic():
            places = adding.Places(self, chosen)
            return each(chosen, lambda client: places.add_client(client, why=why))

    def add_doors(self, text: str, *, by: User, city: str = "") -> int:
        """Addresses that are no clients yet: pasted lines, or a range of houses. Returns how many are new on the list.
        Raises Invalid."""
        self.require_work(by)
        with transaction.atomic():
            return adding.Places(self).add_doors(doors_of(text), city=" ".join(city.split())[:120])

    def put_in_order(self, visit_ids: Sequence[int], *, by: User) -> None:
        """The way as a person wants it: these first, in this order; others keep theirs behind them."""
        self.require_work(by)
        ordering.put_in_order(self, visit_ids)

    def arrange(self, *, by: User) -> None:
        """By city, street and house."""
        self.require_work(by)
        ordering.arrange(self)

    def drop(self, *, by: User) -> None:
        """A list on which something was done stays."""
        self.require_work(by)
        if self.visits.exclude(outcome="").exists():
            raise Refused(Reason("list-begun", _("Visits of this list are written down: it stays.")))
        with transaction.atomic():
            tell("visit_list.dropped", by=by, visit_list=self.pk, on=self.on, owner=self.owner_id)
            self.delete()

    def require_work(self, by: User) -> None:
        by.require_selling()
        if not by.may_work_for(self.owner_id):
            sentence = _("%(who)s walks this list: you may look, but not change it.") % {"who": self.owner.name}
            raise NotAllowed(Reason("not-your-list", sentence, {"owner": self.owner_id}))


def _day(on: date | None) -> date:
    if on is None:
        raise invalid("on", "day-needed", _("Choose the day of the visits."))
    return on


def _title(title: str) -> str:
    return " ".join(title.split())[:LONGEST_TITLE]
