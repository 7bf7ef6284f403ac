"""What the tests of editing ask again and again."""

from collections.abc import Iterable

from vedu.foundation.events import Event
from vedu.sales.deals.pipeline import Pipeline


def names(pipeline: Pipeline) -> list[str]:
    """The stages in their order."""
    return list(pipeline.stages.values_list("name", flat=True))


def places(pipeline: Pipeline) -> list[int]:
    return list(pipeline.stages.values_list("position", flat=True))


def told(kind: str) -> Event:
    """The one event of this kind."""
    return Event.objects.get(kind=kind)


def kinds_told(beginnings: Iterable[str] = ("pipeline.", "stage.")) -> list[str]:
    kinds = Event.objects.order_by("pk").values_list("kind", flat=True)
    return [kind for kind in kinds if kind.startswith(tuple(beginnings))]
