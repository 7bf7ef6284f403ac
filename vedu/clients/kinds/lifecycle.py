"""BASE-3: lead, first purchase, repeat, regular. Purchases alone decide; whether the rhythm holds today is told by the
base kind."""

from django.db import models
from django.utils.translation import pgettext_lazy


class Lifecycle(models.TextChoices):
    LEAD = "lead", pgettext_lazy("lifecycle", "lead")
    FIRST = "first", pgettext_lazy("lifecycle", "first purchase")
    REPEAT = "repeat", pgettext_lazy("lifecycle", "repeat")
    REGULAR = "regular", pgettext_lazy("lifecycle", "regular")


def lifecycle_of(purchases: int, interval: int | None, spread: int | None) -> Lifecycle:
    """``interval`` is known from the second day with a purchase, ``spread`` from the third. Regular: at least three
    such days, and half of the gaps lie within a half of the interval from it."""
    if not purchases:
        return Lifecycle.LEAD
    if interval is None:
        return Lifecycle.FIRST
    is_steady = spread is not None and 2 * spread <= interval
    return Lifecycle.REGULAR if is_steady else Lifecycle.REPEAT
