"""What the steps of an inquiry offer to choose, alike for all: ways of payment, days and channels of an invitation."""

from datetime import timedelta

from django.utils import timezone
from django.utils.translation import gettext as _

from vedu.foundation.values.working_calendar import next_working_day
from vedu.sales.inquiries.checkout import PaymentWay
from vedu.sales.inquiries.farewell import INVITED_BY

DAYS_BACK = (7, 14, 30)


class Choices:
    """``key`` is the digit that chooses it."""

    @property
    def ways(self) -> list[tuple[int, str, str]]:
        return [(key, way.value, str(way.label)) for key, way in enumerate(PaymentWay, 1)]

    @property
    def days_back(self) -> list[tuple[int, str, str]]:
        words = (_("in a week"), _("in two weeks"), _("in a month"))
        return [(key, str(days), said) for key, (days, said) in enumerate(zip(DAYS_BACK, words, strict=True), 1)]

    @property
    def invited_by(self) -> list[tuple[str, str]]:
        return [(channel.value, str(channel.label)) for channel in INVITED_BY]

    @property
    def tomorrow(self) -> str:
        return (timezone.localdate() + timedelta(days=1)).isoformat()

    @property
    def next_day(self) -> str:
        return next_working_day(timezone.localdate()).isoformat()
