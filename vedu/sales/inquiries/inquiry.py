"""An inquiry: a client who came by himself, and how far he is served (DAY-5)."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Self

from django.db import models, transaction
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext as _

from vedu.clients.channel import Channel
from vedu.clients.client import Client
from vedu.clients.sales_point import SalesPoint
from vedu.foundation.people.user import User
from vedu.foundation.prepared import Slot
from vedu.foundation.prepared_save import PreparedSave
from vedu.foundation.refusal import Reason, Refused
from vedu.foundation.values.money import Money
from vedu.sales.deals.closing import Closing
from vedu.sales.deals.deal import Deal
from vedu.sales.deals.refusal_reason import RefusalReason
from vedu.sales.inquiries import checkout, draft, extra_offer, farewell, introduction, needs, response, selection
from vedu.sales.inquiries.step import Step, advance, later
from vedu.sales.touches.channel import Outcome
from vedu.sales.touches.task import Task
from vedu.sales.touches.touch import Touch

if TYPE_CHECKING:
    from vedu.sales.catalogue.product import Product
    from vedu.sales.inquiries.farewell import Invitation
    from vedu.sales.inquiries.item import InquiryItem


class Inquiries(models.QuerySet["Inquiry"]):
    def visible_to(self, user: User) -> Self:
        """As far as the deal is visible; one that was passed on is seen by those who see whom it went to."""
        return self.of_people(user.visible_owner_ids())

    def of_people(self, ids: Collection[Any] | None) -> Self:
        """By id or by slot; None means everybody."""
        if ids is None:
            return self
        return self.filter(Q(deal__owner__id__in=ids) | Q(deal=None, client__owner__id__in=ids))

    def to_serve(self, user: "User | Slot") -> Self:
        """His open ones, with those that were passed on to him; by index, however many there were in the past."""
        own = self.filter(deal__owner=user, deal__state="open").order_by().values("pk")
        passed = self.filter(deal=None, answered_at=None, client__owner=user).order_by().values("pk")
        return self.filter(pk__in=own.union(passed))

    def open(self) -> Self:
        """In work, or passed on and not answered yet."""
        return self.filter(Q(deal__state="open") | Q(deal=None, answered_at=None))

    def waiting(self) -> Self:
        """Nobody has answered yet."""
        return self.filter(answered_at=None)

    def burning_first(self) -> Self:
        """Who waits for the first response, by the end of its norm; then those in service, the newest first."""
        return self.order_by(
            F("answered_at").asc(nulls_first=True), F("due_at").asc(nulls_last=True), "-came_at", "-pk"
        )


class Inquiry(PreparedSave):
    """``deal`` is empty when a colleague leads the client and the inquiry was passed on to him (OWN-2).

    ``is_here``: the client stood or spoke here when it began; else he waits, and the first response counts.
    ``due_at``: when the norm of the first response ends. ``seconds``: working time till the response. ``draft``: what
    was typed and not sent, by step."""

    client = models.ForeignKey(Client, on_delete=models.CASCADE, related_name="+")
    deal = models.OneToOneField(Deal, null=True, blank=True, on_delete=models.CASCADE, related_name="inquiry")
    task = models.ForeignKey(Task, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    sales_point = models.ForeignKey(SalesPoint, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    channel = models.CharField(max_length=9, choices=Channel)
    words = models.TextField(blank=True)
    is_here = models.BooleanField(default=True)
    came_at = models.DateTimeField(default=timezone.now)
    received_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    step = models.CharField(max_length=8, choices=Step, default=Step.NEEDS)
    draft = models.JSONField(default=dict, blank=True)
    # derived
    due_at = models.DateTimeField(null=True, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    seconds = models.PositiveIntegerField(null=True, blank=True)

    objects = Inquiries.as_manager()

    class Meta:
        ordering = ["-came_at", "-pk"]
        verbose_name_plural = "inquiries"
        indexes = [
            models.Index(fields=["due_at"], condition=Q(answered_at=None), name="inquiry_waiting"),
            models.Index(fields=["came_at"], condition=Q(is_here=False), name="inquiry_came_by_itself"),
        ]

    def __str__(self) -> str:
        return f"{self.channel} of {self.client_id} at {self.came_at:%Y-%m-%d %H:%M}"

    # questions

    @property
    def owner(self) -> User:
        """Whose it is to answer."""
        owner = self.deal.owner if self.deal else self.client.owner
        return owner or self.received_by

    @property
    def is_open(self) -> bool:
        return self.deal.is_open if self.deal else self.answered_at is None

    @property
    def is_in_norm(self) -> bool | None:
        """None while nobody can tell: no norm, or no answer and still time for it."""
        if self.due_at is None or self.is_here:
            return None
        if self.answered_at is not None:
            return self.answered_at <= self.due_at
        return None if timezone.now() <= self.due_at else False

    @property
    def ordered(self) -> Money:
        """What is taken, by the list."""
        return checkout.ordered(self)

    def require_work(self, by: User) -> Deal:
        """The deal, for those who may work on it."""
        if self.deal is None:
            owner = self.owner
            sentence = _("This inquiry went to %(owner)s, who leads the client.") % {"owner": owner.name}
            raise Refused(Reason("inquiry-passed-on", sentence, {"owner": owner.pk, "client": self.client_id}))
        self.deal.require_work(by)
        return self.deal

    # verbs

    def answer(
        self, *, by: User, channel: str, outcome: str = Outcome.TALKED, text: str = "", at: datetime | None = None
    ) -> Touch:
        """The first response, or one more try: a touch. The timer stops with it; a conversation leads on to needs."""
        return response.answer(self, by=by, channel=channel, outcome=outcome, text=text, at=at)

    def introduce(self, *, by: User, reach: str = "", name: str = "", at: datetime | None = None) -> None:
        """The client names himself in the course of it. One who is in the base already is recognised: the two entries
        become one. Raises Invalid, and ClientIsLed when a colleague leads that client."""
        introduction.introduce(self, by=by, reach=reach, name=name, at=at)

    def ask(
        self, *, by: User, words: str = "", picked: Sequence[str] = (), matters: str = "", at: datetime | None = None
    ) -> None:
        """Needs as the client said them, confirmed on the spot; ``matters`` is what he looks at. Raises Invalid when
        nothing is named."""
        needs.ask(self, by=by, words=words, picked=picked, matters=matters, at=at)

    def pick(self, quantities: "Mapping[Product, int]", *, by: User, at: datetime | None = None) -> None:
        """What the client takes, and how many of each; 0 puts a product back. Raises Invalid."""
        selection.pick(self, quantities, by=by, at=at)

    def offer_extra(
        self, product: "Product", result: str, *, by: User, quantity: int = 1, at: datetime | None = None
    ) -> "InquiryItem":
        """A product that goes with it was offered: taken or refused."""
        return extra_offer.offer(self, product, result, by=by, quantity=quantity, at=at)

    def order(self, *, by: User, amount: Decimal | None = None, at: datetime | None = None) -> None:
        """The value of the deal: by the list, or as agreed; the deal goes to checkout as far as its gates let it."""
        checkout.order(self, by=by, amount=amount, at=at)

    def pay(self, way: str, *, by: User, at: datetime | None = None) -> None:
        """The client paid: evidence for the gate. ``way`` of PaymentWay."""
        checkout.pay(self, way, by=by, at=at)

    def hand_out(self, *, by: User, invitation: "Invitation | None" = None, at: datetime | None = None) -> Closing:
        """Handed out and won; all gates of the pipeline are asked. An invitation back leaves a task, and needs the
        client's consent to be reached so. Raises Missing, Invalid."""
        return farewell.hand_out(self, by=by, invitation=invitation, at=at)

    def lose(self, reason: RefusalReason, *, by: User, at: datetime | None = None) -> Closing:
        """Gone without a purchase; whoever cannot be reached is not returned to."""
        return farewell.lose(self, reason, by=by, at=at)

    def keep_draft(self, step: str, said: Mapping[str, Sequence[str]], *, by: User) -> None:
        """What is typed and not sent yet, so that an interruption loses nothing."""
        draft.keep(self, step, said, by=by)

    # kept by the verbs

    def go_on(self, step: Step, *, by: User, at: datetime | None = None) -> None:
        """To this step, or to the one that was reached already; its draft was sent. The deal follows."""
        self.step = later(self.step, step)
        self.draft = {}
        with transaction.atomic():
            self.save(update_fields=["step", "draft"])
            if self.deal is not None:
                advance(self.deal, Step(self.step), by=by, at=at)
