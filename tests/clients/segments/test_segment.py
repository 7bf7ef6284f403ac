from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone, translation

from tests.cast import Cast
from vedu.clients.client import Client
from vedu.clients.segments.segment import Segment
from vedu.foundation.events import Event
from vedu.foundation.refusal import Invalid, NotAllowed


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    with translation.override("en"):
        yield


def condition(field: str, op: str, *values: str) -> dict[str, Any]:
    return {"field": field, "op": op, "values": list(values)}


def names(*conditions: dict[str, Any]) -> set[str]:
    segment = Segment.define("Chosen", conditions, by=None)
    return set(segment.clients().values_list("name", flat=True))


@pytest.fixture
def base(cast: Cast) -> dict[str, Client]:
    """Three clients of one company: a led one in Samara, a held one in Perm, a free person."""
    led, held = cast.client("Led", owner=cast.anna), cast.client("Held", owner=cast.igor)
    free = Client.add(name="Free", by=cast.anna, kind="person", source="exhibition")
    cast.deal(client=led)
    led.describe(by=cast.anna, city="Самара")
    held.describe(by=cast.igor, city="Пермь")
    return {"led": led, "held": held, "free": free}


def test_words_are_chosen_and_left_out(base: dict[str, Client]) -> None:
    assert names(condition("city", "in", "Самара", "Казань")) == {"Led"}


def test_what_is_not_one_of_them(base: dict[str, Client]) -> None:
    assert names(condition("city", "not_in", "Самара")) == {"Held", "Free"}


def test_set_and_not_set(base: dict[str, Client]) -> None:
    assert names(condition("city", "is_not_set")) == {"Free"}


def test_somebody_leads_it(base: dict[str, Client]) -> None:
    assert names(condition("owner", "is_set")) == {"Led", "Held"}


def test_the_state_is_computed(base: dict[str, Client]) -> None:
    assert names(condition("state", "in", "led", "free")) == {"Led", "Free"}


def test_a_number_has_bounds(base: dict[str, Client]) -> None:
    assert names(condition("open_deals", "at_least", "1")) == {"Led"}


def test_days_since_a_moment(base: dict[str, Client]) -> None:
    Client.objects.filter(name="Held").update(last_two_way_at=timezone.now() - timedelta(days=40))
    assert names(condition("talked", "at_least", "30")) == {"Held"}


def test_never_is_not_set(base: dict[str, Client]) -> None:
    Client.objects.filter(name="Held").update(last_two_way_at=timezone.now())
    assert names(condition("talked", "is_not_set")) == {"Led", "Free"}


def test_every_condition_must_hold(base: dict[str, Client]) -> None:
    assert names(condition("kind", "in", "person"), condition("source", "in", "exhibition")) == {"Free"}


def test_who_belongs_follows_the_facts(base: dict[str, Client], cast: Cast) -> None:
    segment = Segment.define("Samara", [condition("city", "in", "Самара")], by=cast.sergey)
    assert segment.clients().count() == 1
    base["held"].describe(by=cast.igor, city="Самара")
    assert segment.clients().count() == 2


def test_a_segment_shows_a_person_what_he_may_see(base: dict[str, Client], cast: Cast) -> None:
    segment = Segment.define("All", [condition("added", "at_most", "9")], by=cast.vera)
    assert segment.clients().visible_to(cast.olga).count() == 1
    assert segment.clients().visible_to(cast.sergey).count() == 3


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (condition("shoe size", "in", "43"), "no such fact"),
        (condition("city", "at_least", "3"), "cannot be compared"),
        (condition("city", "in"), "at least one value"),
        (condition("open_deals", "at_least", "many"), "whole number"),
        (condition("open_deals", "at_least", "1", "2"), "whole number"),
    ],
)
def test_a_condition_that_cannot_be_read_is_refused(cast: Cast, given: dict[str, Any], words: str) -> None:
    with pytest.raises(Invalid, match=words):
        Segment.define("Wrong", [given], by=cast.sergey)
    assert not Segment.objects.exists()


def test_all_faults_are_told_at_once(cast: Cast) -> None:
    with pytest.raises(Invalid) as refusal:
        Segment.define("Wrong", [condition("a", "in", "b"), condition("city", "in")], by=cast.sergey)
    assert refusal.value.codes == ["condition-wrong", "condition-wrong"]


def test_a_segment_needs_a_name_and_a_condition(cast: Cast) -> None:
    for name, conditions in ((" ", [condition("city", "is_set")]), ("Empty", [])):
        with pytest.raises(Invalid):
            Segment.define(name, conditions, by=cast.sergey)


def test_two_segments_do_not_share_a_name(cast: Cast) -> None:
    Segment.define("Samara", [condition("city", "in", "Самара")], by=cast.sergey)
    with pytest.raises(Invalid, match="already"):
        Segment.define("Samara", [condition("city", "in", "Тольятти")], by=cast.vera)


def test_only_those_who_lead_define_them(cast: Cast) -> None:
    for person in (cast.anna, cast.boris):
        with pytest.raises(NotAllowed):
            Segment.define("Mine", [condition("city", "is_set")], by=person)


def test_a_change_keeps_what_it_was(cast: Cast) -> None:
    segment = Segment.define("Samara", [condition("city", "in", "Самара")], by=cast.sergey)
    segment.redefine("Volga", [condition("region", "in", "63", "64")], by=cast.sergey)
    event = Event.objects.get(kind="segment.redefined")
    assert event.data["before"] == [condition("city", "in", "Самара")]
    assert Segment.objects.get().name == "Volga"


def test_a_dropped_one_is_gone(cast: Cast) -> None:
    segment = Segment.define("Samara", [condition("city", "in", "Самара")], by=cast.sergey)
    segment.drop(by=cast.vera)
    assert not Segment.objects.exists()


def test_a_fact_that_nobody_keeps_any_more_holds_nobody_back(base: dict[str, Client]) -> None:
    segment = Segment.define("Old", [condition("city", "in", "Самара")], by=None)
    segment.conditions.append(condition("forgotten", "in", "x"))
    assert segment.clients().count() == 1
