"""A client: a company, an entrepreneur or a person who buys from us (BASE-1)."""

from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any, Self

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from vedu.clients import hold, ownership, protection, tree
from vedu.clients.kinds import following
from vedu.clients.kinds.base_kind import BaseKind
from vedu.clients.kinds.lifecycle import Lifecycle
from vedu.clients.owner_state import OwnerState
from vedu.clients.sales_point import SalesPoint, require_point
from vedu.clients.tree import Tie
from vedu.foundation.events import tell
from vedu.foundation.people.user import User
from vedu.foundation.prepared_save import PreparedSave
from vedu.foundation.refusal import invalid
from vedu.foundation.values.fold import fold

# The columns that sales keeps.
FOLLOWED = (
    "open_deals",
    "stepless_deals",
    "contact_norm_days",
    "contact_due_at",
    "deals_closed_at",
    "purchases",
    "first_purchase_at",
    "last_purchase_at",
    "bought",
)
# Those that sales reads anew only when a deal was opened or closed.
TURNED = (
    "refused_at",
    "return_on",
    "interval_days",
    "interval_spread",
    "rhythm_days",
    "next_purchase_on",
    "rhythm_ends_at",
)


class ClientKind(models.TextChoices):
    COMPANY = "company", pgettext_lazy("kind of client", "Company")
    ENTREPRENEUR = "entrepreneur", pgettext_lazy("kind of client", "Sole trader")
    PERSON = "person", pgettext_lazy("kind of client", "Person")


class Clients(models.QuerySet["Client"]):
    def visible_to(self, user: User) -> Self:
        """Own, team or all by the person's visibility; free clients are everyone's (OWN-1)."""
        ids = user.visible_owner_ids()
        return self if ids is None else self.filter(models.Q(owner__in=ids) | models.Q(owner=None))

    def free(self) -> Self:
        return self.filter(owner=None)

    def owned(self) -> Self:
        return self.filter(owner__isnull=False)

    def held(self) -> Self:
        return self.owned().filter(open_deals=0)

    def with_hold_end(self) -> Self:
        """``hold_end`` is what ``hold_ends_at`` says (OWN-3), to order by."""
        return self.annotate(hold_end=hold.end_in_base())

    def hold_ending(self, till: datetime) -> Self:
        """Those who go back to the pool by then."""
        counted = self.held().filter(hold_days__isnull=False, hold_until__lte=till)
        return counted.with_hold_end().filter(hold_end__lte=till)

    def in_work(self) -> Self:
        """Led or neglected: owned, with an open deal."""
        return self.owned().filter(open_deals__gt=0)

    def led(self, at: datetime | None = None) -> Self:
        on_time = models.Q(contact_due_at=None) | models.Q(contact_due_at__gte=at or timezone.now())
        return self.in_work().filter(on_time, stepless_deals=0)

    def neglected(self, at: datetime | None = None) -> Self:
        late = models.Q(stepless_deals__gt=0) | models.Q(contact_due_at__lt=at or timezone.now())
        return self.in_work().filter(late)

    def in_state(self, state: str, at: datetime | None = None) -> Self:
        """Those whose computed state (OWN-1) is ``state``."""
        match state:
            case OwnerState.FREE:
                return self.free()
            case OwnerState.HELD:
                return self.held()
            case OwnerState.NEGLECTED:
                return self.neglected(at)
            case _:
                return self.led(at)


class Client(PreparedSave):
    """The columns under "derived" are kept by the verbs that change what they come from."""

    kind = models.CharField(max_length=12, choices=ClientKind, default=ClientKind.COMPANY)
    name = models.CharField(max_length=255)
    name_folded = models.CharField(max_length=255, editable=False, db_index=True)
    city = models.CharField(max_length=120, blank=True)
    region = models.CharField(max_length=2, blank=True, help_text="Russian region code")
    time_zone = models.CharField(max_length=64, blank=True)
    about = models.TextField(blank=True)
    source = models.CharField(max_length=120, blank=True)
    created_at = models.DateTimeField(default=timezone.now)
    # Nobody asks by whom a client was entered, and its owner stands first in three indexes below.
    created_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+", db_index=False)
    parent = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.SET_NULL, related_name="children", db_index=False
    )
    tie = models.CharField(max_length=7, choices=Tie, blank=True)
    sales_point = models.ForeignKey(
        SalesPoint, null=True, blank=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    # derived
    owner = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+", db_index=False)
    owner_since = models.DateTimeField(null=True, blank=True)
    open_deals = models.PositiveIntegerField(default=0)
    stepless_deals = models.PositiveIntegerField(default=0)
    last_touch_at = models.DateTimeField(null=True, blank=True)
    last_two_way_at = models.DateTimeField(null=True, blank=True)
    contact_norm_days = models.PositiveSmallIntegerField(null=True, blank=True)
    contact_due_at = models.DateTimeField(null=True, blank=True)
    deals_closed_at = models.DateTimeField(null=True, blank=True)
    purchases = models.PositiveIntegerField(default=0)
    first_purchase_at = models.DateTimeField(null=True, blank=True)
    last_purchase_at = models.DateTimeField(null=True, blank=True)
    bought = models.DecimalField(max_digits=20, decimal_places=2, default=Decimal(0))
    refused_at = models.DateTimeField(null=True, blank=True)
    return_on = models.DateField(null=True, blank=True)
    # kept by kinds/
    base_kind = models.CharField(max_length=8, choices=BaseKind, default=BaseKind.COLD)
    base_kind_since = models.DateTimeField(null=True, blank=True)
    lifecycle = models.CharField(max_length=7, choices=Lifecycle, default=Lifecycle.LEAD)
    lifecycle_since = models.DateTimeField(null=True, blank=True)
    interval_days = models.PositiveSmallIntegerField(null=True, blank=True)
    interval_spread = models.PositiveSmallIntegerField(null=True, blank=True)
    rhythm_days = models.PositiveSmallIntegerField(null=True, blank=True)
    next_purchase_on = models.DateField(null=True, blank=True)
    rhythm_ends_at = models.DateTimeField(null=True, blank=True)
    rfm = models.CharField(max_length=3, null=True, blank=True)
    rfm_group = models.CharField(max_length=16, blank=True)
    # kept by hold.py
    hold_days = models.PositiveSmallIntegerField(null=True, blank=True)
    hold_until = models.DateTimeField(null=True, blank=True)
    erased_at = models.DateTimeField(null=True, blank=True)

    objects = Clients.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["owner", "name_folded"], name="client_of_owner"),
            models.Index(fields=["owner", "open_deals", "contact_due_at"], name="client_in_work"),
            models.Index(fields=["-created_at", "-id"], name="client_newest"),
            models.Index(
                fields=["-last_touch_at", "-id"],
                condition=models.Q(last_touch_at__isnull=False),
                name="client_lately_touched",
            ),
            models.Index(
                fields=["hold_until"],
                condition=models.Q(owner__isnull=False, open_deals=0, hold_days__isnull=False),
                name="client_hold_ends",
            ),
            models.Index(fields=["parent"], condition=models.Q(parent__isnull=False), name="client_below"),
            models.Index(fields=["base_kind", "name_folded"], name="client_of_base_kind"),
            models.Index(fields=["owner", "base_kind", "lifecycle"], name="client_kinds_of_owner"),
            models.Index(
                fields=["base_kind", "base_kind_since"],
                condition=models.Q(base_kind_since__isnull=False),
                name="client_turned",
            ),
            models.Index(
                fields=["lifecycle", "lifecycle_since"],
                condition=models.Q(lifecycle_since__isnull=False),
                name="client_advanced",
            ),
            models.Index(
                fields=["base_kind", "rhythm_ends_at"],
                condition=models.Q(rhythm_ends_at__isnull=False),
                name="client_rhythm_breaks",
            ),
            models.Index(
                fields=["base_kind", "return_on"], condition=models.Q(return_on__isnull=False), name="client_return"
            ),
            models.Index(
                fields=["base_kind", "next_purchase_on"],
                condition=models.Q(next_purchase_on__isnull=False),
                name="client_buys_again",
            ),
            models.Index(fields=["rfm", "owner"], condition=models.Q(rfm__isnull=False), name="client_of_rfm"),
            models.Index(fields=["id"], condition=models.Q(last_purchase_at__isnull=False), name="client_who_bought"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def state(self) -> OwnerState:
        return self.state_at(timezone.now())

    def state_at(self, at: datetime) -> OwnerState:
        """OWN-1, from facts alone: who owns it, whether a deal is open, whether it is being led."""
        if self.owner_id is None:
            return OwnerState.FREE
        if self.open_deals == 0:
            return OwnerState.HELD
        late = self.contact_due_at is not None and self.contact_due_at < at
        return OwnerState.NEGLECTED if self.stepless_deals or late else OwnerState.LED

    @property
    def hold_ends_at(self) -> datetime | None:
        """OWN-3: when this held client goes back to the pool; None when nothing counts down."""
        return hold.ends_at(self) if self.owner_id and not self.open_deals else None

    def is_visible_to(self, user: User) -> bool:
        if self.owner_id in (None, user.pk):
            return True
        ids = user.visible_owner_ids()
        return ids is None or self.owner_id in ids

    def is_workable_by(self, user: User) -> bool:
        """May open deals, log touches and change facts: nobody else leads this client."""
        return user.is_selling and protection.is_workable(self, user)

    def require_workable(self, by: User, *, override_reason: str = "") -> None:
        """Refuses with ClientIsLed when another leads this client (OWN-2); see protection.py."""
        protection.require_workable(self, by, override_reason=override_reason)

    @classmethod
    def add(cls, *, name: str, by: User | None, at: datetime | None = None, **facts: Any) -> "Client":
        """A new free client. Raises Invalid when the name is empty. ``by`` None is the installation itself."""
        name = cls._require_name(name)
        if by is not None:
            by.require_selling()
        client = cls.objects.create(
            name=name, name_folded=fold(name), created_by=by, created_at=at or timezone.now(), **facts
        )
        tell("client.added", by=by, client_id=client.pk, at=at, name=name)
        return client

    def describe(self, *, by: User, at: datetime | None = None, **facts: Any) -> None:
        """Change name, city, region, time zone, about, source or sales_point_id; the log keeps what it was."""
        self.require_workable(by)
        if "name" in facts:
            facts["name"] = self._require_name(facts["name"])
            facts["name_folded"] = fold(facts["name"])
        before = {field: getattr(self, field) for field in facts if getattr(self, field) != facts[field]}
        if not before:
            return
        if "sales_point_id" in before:
            require_point(facts["sales_point_id"])
        for field in before:
            setattr(self, field, facts[field])
        self.save(update_fields=[*before])
        before.pop("name_folded", None)
        tell("client.described", by=by, client_id=self.pk, at=at, before=before)

    def place_under(self, parent: "Client", tie: str, *, by: User, at: datetime | None = None) -> None:
        """Below its holding or dealer (BASE-1). Refused in a circle and below five levels; see tree.py."""
        tree.place_under(self, parent, tie, by=by, at=at)

    def stand_alone(self, *, by: User, at: datetime | None = None) -> None:
        """Below nobody; what hangs on it goes along."""
        tree.stand_alone(self, by=by, at=at)

    def claim(self, *, by: User, at: datetime | None = None) -> "ownership.Ownership":
        """Take a free client (OWN-5): of any number of people at one moment exactly one wins.

        Raises ClientIsLed naming the owner, or Refused at the claim limit of the role."""
        return ownership.claim(self, by=by, at=at)

    def assign(self, to: User, *, by: User, why: str = "", at: datetime | None = None) -> "ownership.Ownership":
        """The head's decision: give the client to ``to``; taking it from its owner needs a reason."""
        return ownership.assign(self, to, by=by, why=why, at=at)

    def release(self, *, by: User, why: str = "", at: datetime | None = None) -> None:
        """Back to the pool; refused while a deal is open."""
        ownership.release(self, by=by, why=why, at=at)

    # kept by the floors above

    def follow_deals(self, **facts: Any) -> None:
        """What sales tells of this client's open deals; see ``reckon_deals``."""
        known = self.refused_at, self.last_purchase_at
        self.reckon_deals(**facts)
        self.save(update_fields=[*FOLLOWED, *(column for column in TURNED if column in facts)])
        for before, now in zip(known, (self.refused_at, self.last_purchase_at), strict=True):
            if now is not None and (before is None or now > before):
                following.rewind(self, now)
        following.follow(self)

    def reckon_deals(
        self,
        *,
        open_deals: int,
        stepless_deals: int,
        norm_days: int | None,
        newest_at: datetime | None,
        **closed: Any,
    ) -> None:
        """The same without saving, for many clients at once. Contact is due ``norm_days`` after the last two-way
        contact, or after the newest deal or the present owner began, whichever is later (OWN-1). ``closed``: the
        other columns of FOLLOWED, and those of TURNED when they were read."""
        self.open_deals, self.stepless_deals, self.contact_norm_days = open_deals, stepless_deals, norm_days
        for column, value in closed.items():
            setattr(self, column, value)
        latest = max(filter(None, (self.last_two_way_at, self.owner_since, newest_at)), default=None)
        due = latest + timedelta(days=norm_days) if latest and norm_days is not None else None
        self.contact_due_at = due

    def follow_touch(self, at: datetime, *, two_way: bool) -> None:
        """A touch happened at this moment."""
        self.last_touch_at = max(filter(None, (self.last_touch_at, at)))
        if two_way:
            self.last_two_way_at = max(filter(None, (self.last_two_way_at, at)))
        if two_way and self.contact_norm_days is not None:
            due = at + timedelta(days=self.contact_norm_days)
            self.contact_due_at = max(filter(None, (self.contact_due_at, due)))
        self.save(update_fields=["last_touch_at", "last_two_way_at", "contact_due_at"])
        if two_way:
            following.follow(self)

    @staticmethod
    def _require_name(name: str) -> str:
        name = " ".join(name.split())
        if not name:
            raise invalid("name", "name-empty", _("Enter the client's name."))
        if len(name) > 255:
            raise invalid("name", "name-too-long", _("The name is longer than 255 characters: shorten it."))
        return name
