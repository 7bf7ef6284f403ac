"""The empty counter: the form of who has come, and the open inquiries beside it."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from vedu.clients.channel import Channel
from vedu.clients.sales_point import SalesPoint
from vedu.foundation.people.user import User
from vedu.sales.inquiries.beginning import passive_pipeline
from vedu.sales.inquiries.inquiry import Inquiry
from vedu.web.inquiry.listing import Row, rows_of
from vedu.web.inquiry.who import Answer, answer_to
from vedu.web.shell.clock import Clock

CHANNELS = (Channel.SHOP, Channel.CALL, Channel.MESSENGER, Channel.EMAIL)


@dataclass
class BeginPage:
    """``said`` is what was typed, if it was refused."""

    viewer: User
    said: Mapping[str, str]

    @cached_property
    def clock(self) -> Clock:
        return Clock.here()

    @cached_property
    def rows(self) -> list[Row]:
        return rows_of(self.viewer, self.clock, None)

    @property
    def has_pipeline(self) -> bool:
        return passive_pipeline() is not None

    @property
    def channels(self) -> list[tuple[str, str]]:
        return [(channel.value, str(channel.label)) for channel in CHANNELS]

    @property
    def channel(self) -> str:
        return self.said.get("channel") or (self._last.channel if self._last else Channel.SHOP)

    @property
    def answer(self) -> Answer:
        return answer_to(self.said.get("reach", ""), self.viewer, self.clock)

    @cached_property
    def points(self) -> list[SalesPoint]:
        return list(SalesPoint.objects.active())

    @property
    def point(self) -> str:
        """The one where he received the last."""
        return self.said.get("sales_point") or str((self._last and self._last.sales_point_id) or "")

    @cached_property
    def _last(self) -> Inquiry | None:
        found = Inquiry.objects.filter(received_by=self.viewer, is_here=True).order_by("-pk")
        return found.first()
