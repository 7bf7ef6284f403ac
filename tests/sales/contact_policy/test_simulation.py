"""Rules tried on the touches of the last month."""

from datetime import UTC, datetime, timedelta

import pytest

from tests.cast import Cast
from vedu.clients.channel import Channel
from vedu.clients.client import Client
from vedu.clients.consent.objection import object_to
from vedu.clients.consent.subject import Subject
from vedu.clients.segments.segment import Segment
from vedu.sales.contact_policy.contact_rule import SegmentRules
from vedu.sales.contact_policy.decision import ContactVerdict
from vedu.sales.contact_policy.rules import Rules
from vedu.sales.contact_policy.simulation import simulate
from vedu.sales.touches.touch import Touch

# A Thursday, 11:00 in Moscow.
NOW = datetime(2026, 11, 26, 8, tzinfo=UTC)
HOUR = timedelta(hours=1)


@pytest.fixture
def client(cast: Cast) -> Client:
    return cast.client(owner=cast.anna)


def touch(client: Client, cast: Cast, at: datetime, **facts: object) -> Touch:
    said = {"channel": Channel.CALL, "outcome": "no_answer", "by": cast.anna, **facts}
    return Touch.log(client, at=at, **said)  # type: ignore[arg-type]


def test_touches_in_good_manners_pass(cast: Cast, client: Client) -> None:
    for week in range(4):
        touch(client, cast, NOW - timedelta(weeks=week))
    found = simulate(None, by=cast.sergey, at=NOW)
    assert (found.touches, dict(found.verdicts), found.worst) == (4, {ContactVerdict.ALLOW: 4}, [])


def test_each_touch_is_judged_by_what_had_passed_before_it(cast: Cast, client: Client) -> None:
    touches = [touch(client, cast, NOW - HOUR * hours) for hours in (50, 49, 1)]
    found = simulate(None, by=cast.sergey, at=NOW)
    assert dict(found.verdicts) == {ContactVerdict.ALLOW: 2, ContactVerdict.BLOCK: 1}
    assert dict(found.by_code) == {("too-soon", True): 1}
    assert [(one.made.pk, one.client, one.colleague) for one in found.worst] == [(touches[1].pk, client, "Anna Kotova")]


def test_typed_rules_are_tried_by_segment_and_nothing_is_written(cast: Cast, client: Client) -> None:
    samara = Segment.define("Samara", [{"field": "city", "op": "in", "values": ["Самара"]}], by=cast.vera)
    ours = cast.client("Ours", owner=cast.anna)
    ours.describe(by=cast.anna, city="Самара")
    for one in (client, ours):
        touch(one, cast, NOW - HOUR * 49)
        touch(one, cast, NOW - HOUR)
    decided = [SegmentRules(samara, Rules(most_a_week=1)), SegmentRules(None, Rules())]
    found = simulate(decided, by=cast.sergey, at=NOW)
    assert dict(found.by_code) == {("week-limit", True): 1}
    assert [one.client for one in found.worst] == [ours]
    assert not simulate(None, by=cast.sergey, at=NOW).by_code


def test_quiet_hours_and_colleagues_are_told_apart(cast: Cast, client: Client) -> None:
    night = datetime(2026, 11, 20, 21, tzinfo=UTC)  # midnight in Moscow
    touch(client, cast, night)
    touch(client, cast, NOW - HOUR, by=cast.sergey, override_reason="x")
    found = simulate(None, by=cast.vera, at=NOW)
    assert found.by_colleague == {cast.anna.pk: {ContactVerdict.BLOCK: 1}, cast.sergey.pk: {ContactVerdict.ALLOW: 1}}
    assert found.names[cast.anna.pk] == "Anna Kotova"
    assert ("quiet-hours", True) in found.by_code


def test_an_opt_out_of_today_does_not_blame_yesterday(cast: Cast, client: Client) -> None:
    touch(client, cast, NOW - HOUR * 24)
    object_to(Subject(client), by=cast.anna, why="asked")
    assert not simulate(None, by=cast.sergey, at=NOW).by_code


def test_what_comes_to_us_is_not_judged(cast: Cast, client: Client) -> None:
    touch(client, cast, NOW - HOUR, direction="in")
    touch(client, cast, NOW - HOUR, channel=Channel.EVENT)
    touch(client, cast, NOW - timedelta(days=31))
    assert simulate(None, by=cast.sergey, at=NOW).touches == 0


def test_a_head_tries_the_touches_that_he_sees(cast: Cast) -> None:
    foreign = cast.client("South", owner=cast.olga)
    touch(foreign, cast, NOW - HOUR, by=cast.olga)
    assert simulate(None, by=cast.sergey, at=NOW).touches == 0
    assert simulate(None, by=cast.vera, at=NOW).touches == 1


def test_the_latest_are_looked_at_and_the_rest_is_told(cast: Cast, client: Client) -> None:
    for days in range(5):
        touch(client, cast, NOW - timedelta(days=days))
    found = simulate(None, by=cast.sergey, at=NOW, most=3)
    assert (found.touches, found.is_cut) == (3, True)


def test_many_clients_cost_few_queries(cast: Cast, django_assert_max_num_queries) -> None:
    for number in range(20):
        touch(cast.client(f"Client {number}", owner=cast.anna), cast, NOW - HOUR)
    with django_assert_max_num_queries(12):
        simulate(None, by=cast.sergey, at=NOW)
