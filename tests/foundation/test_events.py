"""One log of what happened, and who listens."""

from collections.abc import Iterator

import pytest
from django.utils import timezone

from tests.cast import Cast
from vedu.foundation import events
from vedu.foundation.events import Event, Told, subscribe, tell, tell_each


@pytest.fixture
def heard() -> Iterator[list[Event]]:
    found: list[Event] = []
    subscribe("bell.rung", found.append)
    yield found
    events._listeners["bell.rung"].remove(found.append)


def test_news_reach_who_listens(cast: Cast, heard: list[Event]) -> None:
    event = tell("bell.rung", by=cast.anna, deal_id=7, times=2)
    assert heard == [event]
    assert (event.actor, event.deal_id, event.data) == (cast.anna, 7, {"times": 2})


def test_the_same_of_many_is_written_and_heard_as_one_by_one(cast: Cast, heard: list[Event]) -> None:
    at = timezone.now()
    tell_each("bell.rung", (Told(pk, pk * 10, {"times": pk}) for pk in (1, 2, 3)), by=cast.anna, at=at)
    written = list(Event.objects.filter(kind="bell.rung").order_by("pk"))
    assert heard == written
    assert [(one.client_id, one.deal_id, one.data) for one in written] == [
        (1, 10, {"times": 1}),
        (2, 20, {"times": 2}),
        (3, 30, {"times": 3}),
    ]
    assert {(one.at, one.actor) for one in written} == {(at, cast.anna)}


def test_nothing_to_tell_is_nothing(cast: Cast, heard: list[Event]) -> None:
    tell_each("bell.rung", (), by=cast.anna, at=timezone.now())
    assert heard == []
