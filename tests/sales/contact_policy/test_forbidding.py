"""A queue is told the same as everybody: what the policy forbids, it forbids there too."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from tests.cast import Cast
from vedu.clients.channel import Channel
from vedu.clients.client import Client
from vedu.clients.consent.objection import object_to
from vedu.clients.consent.subject import Subject
from vedu.clients.contact_point import ContactPoint
from vedu.sales.contact_policy.asking import known_of_all
from vedu.sales.contact_policy.contact_rule import ContactRule
from vedu.sales.contact_policy.forbidding import forbidden_of_all
from vedu.sales.touches.touch import Touch

# A Tuesday; 11:30 in Moscow.
TUESDAY = datetime(2026, 11, 24, 8, 30, tzinfo=UTC)
NIGHT = datetime(2026, 11, 24, 21, 30, tzinfo=UTC)


@pytest.fixture
def client(cast: Cast) -> Client:
    return cast.client(owner=cast.anna)


def touched(client: Client, cast: Cast, days_ago: float, channel: str = "call", **facts: object) -> None:
    at = TUESDAY - timedelta(days=days_ago)
    Touch.log(client, by=cast.anna, channel=channel, at=at, **{"outcome": "no_answer", **facts})  # type: ignore[arg-type]


def nothing(_client: Client, _cast: Cast) -> None:
    pass


def called_twice_today(client: Client, cast: Cast) -> None:
    touched(client, cast, 0.1)
    touched(client, cast, 0.05)


def called_just_now(client: Client, cast: Cast) -> None:
    touched(client, cast, 0.01)


def refused_lately(client: Client, cast: Cast) -> None:
    touched(client, cast, 20, outcome="refused")


def refused_long_ago(client: Client, cast: Cast) -> None:
    touched(client, cast, 60, outcome="refused")


def never_answers(client: Client, cast: Cast) -> None:
    for day in (200, 150, 100, 60, 40, 8):
        touched(client, cast, day)


def wrote_to_us(client: Client, cast: Cast) -> None:
    called_twice_today(client, cast)
    touched(client, cast, 0.001, "email", direction="in", outcome="replied")


def does_not_want_calls(client: Client, cast: Cast) -> None:
    object_to(Subject(client), by=cast.anna, channels=["call"])


def number_on_the_list(client: Client, cast: Cast) -> None:
    other = cast.client("Elsewhere", owner=cast.anna)
    for one in (client, other):
        ContactPoint.add(one, kind="phone", value="+79126401822", by=cast.anna)
    object_to(Subject(other), by=cast.anna, channels=["call"])


def consent_is_asked_for(_client: Client, cast: Cast) -> None:
    ContactRule.decide([(None, {"need_consent": ["call"]})], by=cast.vera)


@pytest.mark.parametrize("moment", [TUESDAY, NIGHT])
@pytest.mark.parametrize(
    "happened",
    [
        nothing,
        called_twice_today,
        called_just_now,
        refused_lately,
        refused_long_ago,
        never_answers,
        wrote_to_us,
        does_not_want_calls,
        number_on_the_list,
        consent_is_asked_for,
    ],
)
def test_the_same_is_forbidden_and_till_the_same_moment(
    cast: Cast, client: Client, happened: Callable[[Client, Cast], None], moment: datetime
) -> None:
    happened(client, cast)
    asked = known_of_all([(client, None)], at=moment)[client.pk, None].decide(Channel.CALL, moment, cast.anna)
    forbidden = forbidden_of_all([client], Channel.CALL, at=moment)[client.pk]
    assert forbidden.objections == tuple(one for one in asked.objections if one.is_hard)
    assert forbidden.next_at == asked.next_at
    assert (not forbidden.objections) == asked.is_allowed


def test_each_of_many_has_his_own_answer(cast: Cast, client: Client) -> None:
    rested = cast.client("Rested", owner=cast.anna)
    called_just_now(client, cast)
    found = forbidden_of_all([client, rested], Channel.CALL, at=TUESDAY)
    assert [one.code for one in found[client.pk].objections] == ["too-soon"]
    assert (found[rested.pk].objections, found[rested.pk].next_at) == ((), TUESDAY)


def test_what_comes_to_us_is_never_forbidden(cast: Cast, client: Client) -> None:
    called_twice_today(client, cast)
    assert forbidden_of_all([client], Channel.EVENT, at=NIGHT)[client.pk] == ((), NIGHT)


def test_many_are_asked_about_by_few_queries(cast: Cast, django_assert_max_num_queries) -> None:
    clients = [cast.client(f"Bakery {number}", owner=cast.anna) for number in range(12)]
    with django_assert_max_num_queries(5):
        assert len(forbidden_of_all(clients, Channel.CALL, at=TUESDAY)) == 12
