"""A touch: one contact with a client by some channel (CHAN-1)."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Self

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from vedu.clients.client import Client
from vedu.clients.contact import Contact
from vedu.foundation.events import tell
from vedu.foundation.people.user import User
from vedu.foundation.prepared_save import PreparedSave
from vedu.foundation.refusal import invalid
from vedu.sales.touches import findable
from vedu.sales.touches.channel import TWO_WAY, Channel, Direction, Outcome
from vedu.sales.touches.next_step import NextStep
from vedu.sales.touches.task import Task

if TYPE_CHECKING:
    from vedu.sales.deals.deal import Deal


class Touches(models.QuerySet["Touch"]):
    def visible_to(self, user: User) -> Self:
        """As far as the client is visible."""
        ids = user.visible_owner_ids()
        if ids is None:
            return self
        return self.filter(models.Q(client__owner__in=ids) | models.Q(client__owner=None))


class Touch(PreparedSave):
    """``two_way``: the client himself answered. ``seconds`` is the length of a call or meeting."""

    client = models.ForeignKey(Client, on_delete=models.CASCADE, related_name="+")
    deal = models.ForeignKey("sales.Deal", null=True, blank=True, on_delete=models.CASCADE, related_name="touches")
    contact = models.ForeignKey(Contact, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    channel = models.CharField(max_length=9, choices=Channel)
    direction = models.CharField(max_length=3, choices=Direction, default=Direction.OUT)
    outcome = models.CharField(max_length=12, choices=Outcome, default=Outcome.TALKED)
    two_way = models.BooleanField(default=False)
    text = models.TextField(blank=True)
    seconds = models.PositiveIntegerField(null=True, blank=True)
    at = models.DateTimeField(default=timezone.now)

    objects = Touches.as_manager()

    class Meta:
        ordering = ["-at", "-pk"]
        verbose_name_plural = "touches"
        indexes = [
            models.Index(fields=["client", "-at"], name="touch_of_client"),
            models.Index(fields=["deal", "-at"], name="touch_of_deal"),
            models.Index(fields=["by", "-at"], name="touch_by_person"),
        ]

    def __str__(self) -> str:
        return f"{self.channel} {self.outcome} {self.at:%Y-%m-%d %H:%M}"

    @classmethod
    def log(
        cls,
        client: Client,
        *,
        by: User,
        channel: str,
        direction: str = Direction.OUT,
        outcome: str = Outcome.TALKED,
        two_way: bool | None = None,
        text: str = "",
        seconds: int | None = None,
        contact: Contact | None = None,
        deal: "Deal | None" = None,
        next_step: NextStep | None = None,
        override_reason: str = "",
        at: datetime | None = None,
    ) -> "Touch":
        """Write down a touch, and the next step when it is given (STAGE-4).

        ``two_way`` None takes it from the outcome: an incoming touch is always two-way.
        Raises ClientIsLed when a colleague leads the client (OWN-2), Invalid for unknown words."""
        at = at or timezone.now()
        _require_words(channel, direction, outcome)
        if at > timezone.now() + timedelta(minutes=5):
            raise invalid("at", "touch-ahead", _("A touch is in the past: plan a task for what is ahead."))
        client.require_workable(by, override_reason=override_reason)
        if two_way is None:
            two_way = direction == Direction.IN or outcome in TWO_WAY
        with transaction.atomic():
            touch = cls.objects.create(
                client=client,
                deal=deal,
                contact=contact,
                by=by,
                channel=channel,
                direction=direction,
                outcome=outcome,
                two_way=two_way,
                text=text.strip(),
                seconds=seconds,
                at=at,
            )
            touch._leave_trace()
            if next_step is not None:
                Task.plan(client, next_step, by=by, deal=deal, override_reason=override_reason)
        return touch

    def _leave_trace(self) -> None:
        if self.deal is not None:
            self.deal.follow_touch(self)
        self.client.follow_touch(self.at, two_way=self.two_way)
        event = tell(
            "touch.logged",
            by=self.by,
            client_id=self.client_id,
            deal_id=self.deal_id,
            at=self.at,
            touch=self.pk,
            channel=self.channel,
            two_way=self.two_way,
        )
        findable.remember(event, self.client.owner_id, self.text)


def _require_words(channel: str, direction: str, outcome: str) -> None:
    for field, value, words in (
        ("channel", channel, Channel),
        ("direction", direction, Direction),
        ("outcome", outcome, Outcome),
    ):
        if value not in words.values:
            allowed = ", ".join(words.values)
            sentence = _("“%(value)s” is unknown here: use one of %(allowed)s.") % {"value": value, "allowed": allowed}
            raise invalid(field, "unknown-word", sentence)
