"""BASE-3: named groups of those who bought, by how lately and how much: a grid of recency and value, five by five."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from django.db import models, transaction
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from vedu.clients.client import Client
from vedu.foundation.events import tell
from vedu.foundation.people.authority import EVERYTHING
from vedu.foundation.people.user import User
from vedu.foundation.refusal import NotAllowed, Reason, invalid

SCORES = range(1, 6)


class Area(NamedTuple):
    """A part of the grid, both ends included. Value is the mean of frequency and money."""

    code: str
    name: str | Promise
    meaning: str | Promise
    recency: tuple[int, int]
    value: tuple[int, int]


# While the company has decided nothing of its own.
USUAL = (
    Area(
        "champions",
        pgettext_lazy("RFM group", "Champions"),
        gettext_lazy("buy often, a lot and lately: thank them, ask for recommendations"),
        (4, 5),
        (4, 5),
    ),
    Area(
        "loyal",
        pgettext_lazy("RFM group", "Loyal"),
        gettext_lazy("buy a lot, the last time not so long ago: keep in touch, offer what goes with it"),
        (3, 3),
        (4, 5),
    ),
    Area(
        "promising",
        pgettext_lazy("RFM group", "Promising"),
        gettext_lazy("bought lately and can buy more: offer the next thing"),
        (4, 5),
        (2, 3),
    ),
    Area(
        "new",
        pgettext_lazy("RFM group", "Newcomers"),
        gettext_lazy("bought for the first time or a little: help with the first order, agree on the second"),
        (4, 5),
        (1, 1),
    ),
    Area(
        "attention",
        pgettext_lazy("RFM group", "Need attention"),
        gettext_lazy("middling in everything: a personal reason to come back now"),
        (3, 3),
        (2, 3),
    ),
    Area(
        "fading",
        pgettext_lazy("RFM group", "Fading"),
        gettext_lazy("bought little and ever longer ago: remind them of yourself while they remember"),
        (3, 3),
        (1, 1),
    ),
    Area(
        "at_risk",
        pgettext_lazy("RFM group", "At risk"),
        gettext_lazy("bought well, silent for long: call and find out what has changed"),
        (1, 2),
        (3, 5),
    ),
    Area(
        "lost",
        pgettext_lazy("RFM group", "Lost"),
        gettext_lazy("bought little and long ago: a mailing will do, spend no seller's time"),
        (1, 2),
        (1, 2),
    ),
)


class RfmGroup(models.Model):
    """One area that the company decided on. Of several the first in order counts. Without a row those of USUAL hold."""

    position = models.PositiveSmallIntegerField(unique=True)
    code = models.SlugField(max_length=16, unique=True)
    name = models.CharField(max_length=60)
    meaning = models.CharField(max_length=200, blank=True)
    recency_from = models.PositiveSmallIntegerField()
    recency_to = models.PositiveSmallIntegerField()
    value_from = models.PositiveSmallIntegerField()
    value_to = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["position"]

    def __str__(self) -> str:
        return self.name

    @property
    def area(self) -> Area:
        recency, value = (self.recency_from, self.recency_to), (self.value_from, self.value_to)
        return Area(self.code, self.name, self.meaning, recency, value)

    @classmethod
    def decide(cls, areas: Sequence[Area], *, by: User | None) -> None:
        """All groups at once; clients are grouped anew at once. For those who run the whole company. Raises Invalid."""
        if by is not None and by.role not in EVERYTHING:
            sentence = _("Only the owner of the business or an administrator decides on the RFM groups.")
            raise NotAllowed(Reason("rfm-not-yours", sentence))
        for area in areas:
            _require_sensible(area)
        with transaction.atomic():
            cls.objects.all().delete()
            RfmGroup.objects.bulk_create(_row(position, area) for position, area in enumerate(areas))
            regroup()
            tell("rfm_groups.decided", by=by, groups=[[area.code, *area.recency, *area.value] for area in areas])


def areas() -> Sequence[Area]:
    """Those in force, in their order."""
    return [group.area for group in RfmGroup.objects.all()] or USUAL


def group_of(rfm: str, known: Sequence[Area]) -> str:
    """The code of the group of a client with these three scores; "" where no area covers them."""
    recency, value = int(rfm[0]), value_of(rfm)
    for area in known:
        if area.recency[0] <= recency <= area.recency[1] and area.value[0] <= value <= area.value[1]:
            return area.code
    return ""


def value_of(rfm: str) -> int:
    """Half down, 4 and 5 are 4: else nobody who bought once, as most do, would stand at the bottom."""
    return (int(rfm[1]) + int(rfm[2])) // 2


def rfms_of(recency: int, value: int) -> list[str]:
    """The scores that stand in one cell of the grid."""
    all_scores = (f"{recency}{frequency}{money}" for frequency in SCORES for money in SCORES)
    return [rfm for rfm in all_scores if value_of(rfm) == value]


def groups_by_rfm(known: Sequence[Area]) -> Mapping[str, str]:
    """All 125 of them."""
    return {rfm: group_of(rfm, known) for r in SCORES for value in SCORES for rfm in rfms_of(r, value)}


def regroup() -> None:
    """The group of each client by the areas in force; only rows that differ are written."""
    for rfm, code in groups_by_rfm(areas()).items():
        Client.objects.filter(rfm=rfm).exclude(rfm_group=code).update(rfm_group=code)


def _row(position: int, area: Area) -> RfmGroup:
    return RfmGroup(
        position=position,
        code=area.code,
        name=str(area.name),
        meaning=str(area.meaning),
        recency_from=area.recency[0],
        recency_to=area.recency[1],
        value_from=area.value[0],
        value_to=area.value[1],
    )


def _require_sensible(area: Area) -> None:
    if not area.code or not str(area.name).strip():
        raise invalid("name", "name-empty", _("Name each group."))
    if not all(1 <= low <= high <= len(SCORES) for low, high in (area.recency, area.value)):
        raise invalid("recency", "scores-wrong", _("Scores go from 1 to 5, the smaller one first."))
