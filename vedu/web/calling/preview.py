"""Whom a new list would take, whom the rules leave out, and who waits for his hour (calling/_preview.html)."""

from collections.abc import Iterator
from typing import NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from vedu.sales.calling.sifting import LeftOut, Sifted
from vedu.web.calling.words import percent_of

# Why a client waits, by the code of the contact policy.
WAITS = {
    "quiet-hours": pgettext_lazy("why a client waits", "quiet hours by their clock"),
    "day-limit": pgettext_lazy("why a client waits", "touched enough today"),
    "week-limit": pgettext_lazy("why a client waits", "touched enough this week"),
    "month-limit": pgettext_lazy("why a client waits", "touched enough this month"),
    "too-soon": pgettext_lazy("why a client waits", "touched within the last hours"),
    "after-refusal": pgettext_lazy("why a client waits", "refused lately"),
    "unanswered": pgettext_lazy("why a client waits", "does not answer, rests"),
}


class Part(NamedTuple):
    """``percent`` of all that were looked at. ``tone`` is a class: what to do with them."""

    label: str
    number: int
    percent: int
    tone: str


class Preview:
    def __init__(self, sifted: Sifted) -> None:
        self.sifted = sifted

    @property
    def fit(self) -> int:
        return len(self.sifted.fit)

    @property
    def parts(self) -> list[Part]:
        return list(self._parts())

    def _parts(self) -> Iterator[Part]:
        whole = self.sifted.asked
        yield Part(_("May be called now"), self.sifted.now, percent_of(self.sifted.now, whole), "now")
        for code, number in self.sifted.later.most_common():
            yield Part(str(WAITS.get(code, code)), number, percent_of(number, whole), "later")
        for why, number in self.sifted.left_out.most_common():
            yield Part(str(LeftOut(why).label), number, percent_of(number, whole), "out")
