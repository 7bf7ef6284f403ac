"""How fast people answer those who come by themselves: the median and the share within the norm (DAY-5)."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import datetime
from statistics import median

from django.db.models.functions import Coalesce

from vedu.foundation.people.user import User
from vedu.sales.inquiries.inquiry import Inquiry

MOST = 20_000


@dataclass(slots=True)
class Speed:
    """``seconds`` of working time till each first response. ``in_norm`` of ``judged``: those who have a norm and an
    answer, or no answer and no time left. ``waiting`` now."""

    seconds: list[int] = field(default_factory=list)
    in_norm: int = 0
    judged: int = 0
    waiting: int = 0

    @property
    def median(self) -> int | None:
        return round(median(self.seconds)) if self.seconds else None

    @property
    def share(self) -> int | None:
        """Percent within the norm."""
        return round(self.in_norm * 100 / self.judged) if self.judged else None


def speed_by_seller(viewer: User, since: datetime, till: datetime) -> dict[int, Speed]:
    """By the id of who answered, or has to. Of those whom the viewer sees; one query, the last 20,000 of the period."""
    came = Inquiry.objects.visible_to(viewer).filter(is_here=False, came_at__gte=since, came_at__lt=till)
    whose = Coalesce("answered_by_id", "deal__owner_id", "client__owner_id", "received_by_id")
    rows = came.order_by("-came_at").values_list(whose, "answered_at", "due_at", "seconds")[:MOST]
    found: dict[int, Speed] = defaultdict(Speed)
    for person, answered_at, due_at, seconds in rows:
        _count(found[person], answered_at, due_at, seconds, till)
    return dict(found)


def _count(
    speed: Speed, answered_at: datetime | None, due_at: datetime | None, seconds: int | None, now: datetime
) -> None:
    if answered_at is None:
        speed.waiting += 1
    elif seconds is not None:
        speed.seconds.append(seconds)
    if due_at is not None and (answered_at is not None or due_at < now):
        speed.judged += 1
        speed.in_norm += answered_at is not None and answered_at <= due_at
