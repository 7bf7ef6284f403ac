"""The timer of the first response stops with the first touch that reaches the client, wherever it is logged."""

from typing import Any

from django.db.models import QuerySet

from vedu.foundation.events import Event, tell
from vedu.foundation.prepared import Prepared
from vedu.sales.inquiries.inquiry import Inquiry
from vedu.sales.inquiries.response import waited
from vedu.sales.touches.channel import Direction, Outcome
from vedu.sales.touches.touch import Touch


def heard(event: Event) -> None:
    """Listens to ``touch.logged``: an outgoing touch, or a conversation. What the client sends by himself is none."""
    for (pk,) in _WAITING.rows(event.client_id or 0):
        touch = Touch.objects.select_related("by").get(pk=event.data["touch"])
        if touch.direction == Direction.OUT or (touch.two_way and touch.outcome == Outcome.TALKED):
            _stop(Inquiry.objects.get(pk=pk), touch)


def _stop(inquiry: Inquiry, touch: Touch) -> None:
    if touch.at < inquiry.came_at:
        return
    inquiry.answered_at, inquiry.answered_by = touch.at, touch.by
    inquiry.seconds = 0 if inquiry.is_here else waited(inquiry.came_at, touch.at)
    inquiry.save(update_fields=["answered_at", "answered_by", "seconds"])
    if not inquiry.is_here:
        tell(
            "inquiry.answered",
            by=touch.by,
            client_id=inquiry.client_id,
            deal_id=inquiry.deal_id,
            at=touch.at,
            inquiry=inquiry.pk,
            seconds=inquiry.seconds,
            in_norm=inquiry.is_in_norm,
        )


def _waiting(client: Any) -> "QuerySet[Inquiry, tuple[int]]":
    return Inquiry.objects.filter(client=client, answered_at=None).order_by("pk").values_list("pk")


_WAITING = Prepared(_waiting)
