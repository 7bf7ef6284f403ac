"""BASE-2: cold, warm, current, dormant, cooling. Computed from facts at a moment, never typed."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import NamedTuple

from django.db import models
from django.utils.translation import pgettext_lazy


class BaseKind(models.TextChoices):
    COLD = "cold", pgettext_lazy("base kind", "cold")
    WARM = "warm", pgettext_lazy("base kind", "warm")
    CURRENT = "current", pgettext_lazy("base kind", "current")
    DORMANT = "dormant", pgettext_lazy("base kind", "dormant")
    COOLING = "cooling", pgettext_lazy("base kind", "cooling")


class Facts(NamedTuple):
    """``talked_at``: a two-way contact. ``returns_at``: the first moment of the day on which we come back after the
    refusal. ``rhythm_ends_at``: when the purchase no longer counts as one within the rhythm."""

    talked_at: datetime | None = None
    refused_at: datetime | None = None
    returns_at: datetime | None = None
    bought_at: datetime | None = None
    rhythm_ends_at: datetime | None = None
    open_deals: int = 0

    @property
    def moments(self) -> list[datetime]:
        """When the kind may turn without anybody doing a thing."""
        return sorted(filter(None, self[:5]))


Step = tuple[datetime, BaseKind]


def kind_at(facts: Facts, at: datetime) -> BaseKind:
    """A purchase within its rhythm outweighs a refusal, a refusal with a day to come back a broken rhythm. Who refused
    has answered, so he is never cold."""
    bought = facts.bought_at is not None and facts.bought_at <= at
    if bought and facts.rhythm_ends_at is not None and at < facts.rhythm_ends_at:
        return BaseKind.CURRENT
    if _is_cooling(facts, at):
        return BaseKind.COOLING
    if bought:
        return BaseKind.DORMANT
    answered = any(moment is not None and moment <= at for moment in (facts.talked_at, facts.refused_at))
    return BaseKind.WARM if answered else BaseKind.COLD


def steps(facts: Facts, before: str, moments: Iterable[datetime]) -> Iterator[Step]:
    """What the kind turns into at these moments, in their order."""
    for at in moments:
        kind = kind_at(facts, at)
        if kind != before:
            yield at, kind
            before = kind


def steps_till(facts: Facts, before: str, since: datetime | None, now: datetime) -> list[Step]:
    """What it turned into since its last change, each dated by the fact behind it."""
    passed = [at for at in facts.moments if (since is None or at > since) and at < now]
    return list(steps(facts, before, [*passed, now]))


def _is_cooling(facts: Facts, at: datetime) -> bool:
    if facts.open_deals or facts.refused_at is None or facts.returns_at is None:
        return False
    is_latest = facts.bought_at is None or facts.refused_at > facts.bought_at
    return is_latest and facts.refused_at <= at < facts.returns_at
