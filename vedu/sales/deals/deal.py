"""A deal: one sale to one client on its way through a pipeline (STAGE-1 to STAGE-5)."""

from collections.abc import Collection, Sequence
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any, Self

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from vedu.clients.client import Client
from vedu.clients.sales_point import SalesPoint, require_point
from vedu.foundation.events import tell
from vedu.foundation.people.user import User
from vedu.foundation.prepared_save import PreparedSave
from vedu.foundation.refusal import NotAllowed, Reason, Refused
from vedu.foundation.values.money import Money
from vedu.sales.catalogue.product import Product
from vedu.sales.deals import closing, findable, gates, opening, totals, transition
from vedu.sales.deals.client_facts import follow_deals
from vedu.sales.deals.closing import Closing
from vedu.sales.deals.evidence import Evidence
from vedu.sales.deals.move import Move
from vedu.sales.deals.pipeline import Pipeline, Stage
from vedu.sales.deals.refusal_reason import RefusalReason
from vedu.sales.signals.readiness import readiness
from vedu.sales.talk.need import Need
from vedu.sales.touches.next_step import NextStep
from vedu.sales.touches.task import Task
from vedu.sales.touches.touch import Touch


class DealState(models.TextChoices):
    OPEN = "open", pgettext_lazy("deal", "open")
    WON = "won", pgettext_lazy("deal", "won")
    LOST = "lost", pgettext_lazy("deal", "lost")
    POSTPONED = "postponed", pgettext_lazy("deal", "postponed")


class Deals(models.QuerySet["Deal"]):
    def visible_to(self, user: User) -> Self:
        return self.owned_by(user.visible_owner_ids())

    def owned_by(self, ids: Collection[Any] | None) -> Self:
        """By id or by slot; None means everyone. One owner is asked for by name, so that an index keeps its order."""
        if ids is None:
            return self
        return self.filter(owner__id__in=ids) if len(ids) > 1 else self.filter(owner=next(iter(ids), None))

    def open(self) -> Self:
        return self.filter(state=DealState.OPEN)

    def stepless(self) -> Self:
        """STAGE-4: open and with no next step."""
        return self.open().filter(next_step_at=None)

    def overdue(self, at: datetime | None = None) -> Self:
        return self.open().filter(step_late_at__lt=at or timezone.now())

    def over_norm(self, at: datetime | None = None) -> Self:
        """Longer in the stage than its norm of days."""
        return self.open().filter(stage_due_at__lt=at or timezone.now())


class Deal(PreparedSave):
    """Columns under "derived" are kept in the same transaction by the verbs.

    ``step_late_at`` is when the next step becomes overdue (Task.late_at): with an hour or without, one range of an
    index tells whose is. ``attend_at`` is when the deal next needs a hand: its next step, or the moment it lost its
    last one, so that one index orders a board column with the neglected first. ``signal_strength`` at ``signals_at``:
    signals/readiness.py."""

    name = models.CharField(max_length=255)
    client = models.ForeignKey(Client, on_delete=models.PROTECT, related_name="+")
    pipeline = models.ForeignKey(Pipeline, on_delete=models.PROTECT, related_name="+")
    stage = models.ForeignKey(Stage, on_delete=models.PROTECT, related_name="deals")
    owner = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    amount = models.DecimalField(max_digits=16, decimal_places=2, default=Decimal(0))
    currency = models.CharField(max_length=3, default="RUB")
    expected_on = models.DateField(null=True, blank=True)
    source = models.CharField(max_length=120, blank=True)
    sales_point = models.ForeignKey(
        SalesPoint, null=True, blank=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    opened_at = models.DateTimeField(default=timezone.now)
    created_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    # derived
    state = models.CharField(max_length=9, choices=DealState, default=DealState.OPEN)
    closed_at = models.DateTimeField(null=True, blank=True)
    chance = models.PositiveSmallIntegerField(default=10)
    stage_since = models.DateTimeField(default=timezone.now)
    stage_due_at = models.DateTimeField(default=timezone.now)
    next_step = models.ForeignKey(Task, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    next_step_at = models.DateTimeField(null=True, blank=True)
    step_late_at = models.DateTimeField(null=True, blank=True)
    attend_at = models.DateTimeField(default=timezone.now)
    last_touch_at = models.DateTimeField(null=True, blank=True)
    last_two_way_at = models.DateTimeField(null=True, blank=True)
    back_moves = models.PositiveSmallIntegerField(default=0)
    signal_strength = models.FloatField(null=True, blank=True)
    signals_at = models.DateTimeField(null=True, blank=True)

    objects = Deals.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["pipeline", "state", "stage", "attend_at", "id"], name="deal_on_board"),
            models.Index(fields=["owner", "state", "stage", "attend_at", "id"], name="deal_on_own_board"),
            models.Index(fields=["owner", "state", "step_late_at"], name="deal_late_of_owner"),
            models.Index(fields=["state", "step_late_at"], name="deal_late"),
            models.Index(
                fields=["owner", "attend_at", "id"],
                condition=models.Q(state="open", next_step_at=None),
                name="deal_stepless_of_owner",
            ),
            models.Index(fields=["owner", "state", "stage_due_at"], name="deal_norm_of_owner"),
            models.Index(fields=["client", "state"], name="deal_of_client"),
            models.Index(fields=["state", "-opened_at", "-id"], name="deal_newest"),
            models.Index(fields=["state", "-amount", "-id"], name="deal_largest"),
            models.Index(fields=["state", "-closed_at"], name="deal_closed"),
        ]
        constraints = [
            models.CheckConstraint(condition=models.Q(amount__gte=0), name="deal_amount_not_negative"),
        ]

    def __str__(self) -> str:
        return self.name

    # questions

    @property
    def is_open(self) -> bool:
        return self.state == DealState.OPEN

    @property
    def value(self) -> Money:
        return Money(self.amount, self.currency)

    def days_in_stage(self, at: datetime | None = None) -> int:
        """Whole days since the deal entered its stage."""
        return max(0, ((at or timezone.now()) - self.stage_since).days)

    def is_over_norm(self, at: datetime | None = None) -> bool:
        return self.is_open and self.stage_due_at < (at or timezone.now())

    def readiness(self, at: datetime | None = None) -> float:
        """By its buying signals, from 0 to 1 (TALK-5)."""
        return readiness(self.signal_strength, self.signals_at, at or timezone.now())

    def missing_for(self, stage: Stage) -> list[Reason]:
        """What is not yet known but needed to move there; empty when the way is free (STAGE-2)."""
        return gates.missing_for(self, stage)

    def is_visible_to(self, user: User) -> bool:
        if self.owner_id == user.pk:
            return True
        ids = user.visible_owner_ids()
        return ids is None or self.owner_id in ids

    def require_right(self, by: User) -> None:
        """Refuses those who may look at this deal but not work on it, be it open or closed."""
        if not by.may_work_for(self.owner_id):
            raise self.not_yours()

    def require_work(self, by: User) -> None:
        """The same, and work on a closed deal."""
        self.require_right(by)
        if not self.is_open:
            raise Refused(Reason("deal-closed", _("The deal is closed: reopen it to go on.")))

    # verbs

    @classmethod
    def open(
        cls,
        client: Client,
        pipeline: Pipeline,
        *,
        name: str,
        by: User,
        owner: User | None = None,
        value: Money | None = None,
        next_step: NextStep | None = None,
        expected_on: date | None = None,
        source: str = "",
        at: datetime | None = None,
    ) -> "Deal":
        """A new deal in the first stage. A free client becomes the owner's with it (OWN-2); whoever stands in for
        the client's owner opens it for him (OWN-7). It came through the sales point of its client.

        Raises ClientIsLed when a colleague leads the client, NotAllowed to plan for someone else's people, Refused
        when the pipeline is archived."""
        return opening.begin(
            cls, client, pipeline, name=name, by=by, owner=owner, value=value, next_step=next_step,
            expected_on=expected_on, source=source, at=at,
        )  # fmt: skip

    def move_to(self, stage: Stage, *, by: User, override_reason: str = "", at: datetime | None = None) -> Move:
        """The one transition command (STAGE-2, STAGE-3).

        Raises Missing with a reason for each piece of evidence that is not there; one who manages the
        owner may pass with ``override_reason``, which stays on the Move."""
        return transition.move(self, stage, by=by, override_reason=override_reason, at=at)

    def win(self, *, by: User, note: str = "", override_reason: str = "", at: datetime | None = None) -> Closing:
        """Won. Asks for the evidence of every gate of the pipeline, like a move past its end."""
        return closing.win(self, by=by, note=note, override_reason=override_reason, at=at)

    def lose(
        self,
        *,
        by: User,
        reason: RefusalReason | None,
        return_on: date | None = None,
        do_not_return: bool | None = None,
        objection: str = "",
        competitor: str = "",
        note: str = "",
        at: datetime | None = None,
    ) -> Closing:
        """Lost, with a reason and a day to come back or the word not to (STAGE-5).

        When neither ``return_on`` nor ``do_not_return`` is given the reason's own pause decides."""
        return closing.lose(
            self,
            by=by,
            reason=reason,
            return_on=return_on,
            do_not_return=do_not_return,
            objection=objection,
            competitor=competitor,
            note=note,
            at=at,
        )

    def postpone(self, *, by: User, until: date | None, note: str = "", at: datetime | None = None) -> Closing:
        """Put off till a day; a return task waits there."""
        return closing.postpone(self, by=by, until=until, note=note, at=at)

    def reopen(self, *, by: User, why: str = "", at: datetime | None = None) -> None:
        """Back to work in the stage where it was closed. The closing stays in its history."""
        closing.reopen(self, by=by, why=why, at=at)

    def describe(self, *, by: User, at: datetime | None = None, **facts: Any) -> None:
        """Change name, amount, currency, expected_on, source or sales_point_id; the log keeps what it was."""
        self.require_work(by)
        opening.require_facts(facts.get("name", self.name).strip(), facts.get("amount", self.amount))
        before = {field: getattr(self, field) for field in facts if getattr(self, field) != facts[field]}
        if not before:
            return
        if "sales_point_id" in before:
            require_point(facts["sales_point_id"])
        with transaction.atomic(), totals.following(self):
            for field in before:
                setattr(self, field, facts[field])
            self.save(update_fields=[*before])
            findable.refresh([self])
            self.tell("deal.described", by=by, at=at, before=before)

    def plan(self, step: NextStep, *, by: User, at: datetime | None = None) -> Task:
        """Plan the next step (STAGE-4)."""
        self.require_work(by)
        return Task.plan(self.client, step, by=by, deal=self, at=at)

    def log_touch(self, *, by: User, channel: str, **facts: Any) -> Touch:
        """Write down a touch on this deal; see Touch.log."""
        return Touch.log(self.client, by=by, channel=channel, deal=self, **facts)

    def record_evidence(
        self,
        kind: str,
        *,
        by: User,
        note: str = "",
        needs: Sequence[Need] = (),
        products: Sequence[Product] | None = None,
        override_reason: str = "",
        at: datetime | None = None,
    ) -> Evidence:
        """Record a presentation, issued documents or a payment by hand. A presentation names confirmed needs, none
        meaning all of them, and ``products``, None meaning all of the deal that were not presented yet (TALK-3).

        Raises Missing where ``by`` has not passed the check of a product; one who manages the owner may pass with
        ``override_reason``."""
        self.require_work(by)
        return gates.record(
            self, kind, by=by, note=note, needs=needs, products=products, override_reason=override_reason, at=at
        )

    # kept by other verbs

    def enter(self, stage: Stage, at: datetime) -> None:
        """Stand in ``stage`` from ``at``; the caller saves."""
        self.stage, self.stage_since, self.chance = stage, at, stage.chance
        self.stage_due_at = at + timedelta(days=stage.day_norm)

    def follow_next_step(self, *, turned: bool = False) -> None:
        """Take the earliest open task as the next step. ``turned``: see ``follow_client``."""
        step = Task.next_on(self)
        if step is None and self.next_step_id is not None:
            self.attend_at = timezone.now()
        self.take_next_step(step)
        self.save(update_fields=["next_step", "next_step_at", "step_late_at", "attend_at"])
        self.follow_client(turned=turned)

    def take_next_step(self, step: Task | None) -> None:
        """The caller saves."""
        self.next_step = step
        self.next_step_at, self.step_late_at = (step.due_at, step.late_at) if step else (None, None)
        if step is not None:
            self.attend_at = step.due_at

    def follow_client(self, *, turned: bool = False) -> None:
        """Let the client know what its deals look like now; ``turned``: this one was closed or reopened."""
        follow_deals(self.client, type(self), turned=turned)

    def follow_touch(self, touch: Touch) -> None:
        """Remember when the client was last touched about this deal."""
        self.last_touch_at = max(filter(None, (self.last_touch_at, touch.at)))
        if touch.two_way:
            self.last_two_way_at = max(filter(None, (self.last_two_way_at, touch.at)))
        self.save(update_fields=["last_touch_at", "last_two_way_at"])

    def tell(self, kind: str, /, *, by: User | None, at: datetime | None, **data: Any) -> None:
        tell(kind, by=by, client_id=self.client_id, deal_id=self.pk, at=at, **data)

    def not_yours(self) -> NotAllowed:
        """The refusal to one who may look at this deal and not work on it."""
        sentence = _("%(owner)s leads this deal: you may look, but not change it.") % {"owner": self.owner.name}
        facts = {"owner": self.owner_id, "owner_name": self.owner.name, "client": self.client_id}
        return NotAllowed(Reason("not-your-deal", sentence, facts))
