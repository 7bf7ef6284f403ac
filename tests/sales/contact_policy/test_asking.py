"""What is read of the base is what the policy needs: clock, refusals to be reached, touches, habits."""

from datetime import UTC, datetime, timedelta

import pytest

from tests.cast import Cast
from vedu.clients.channel import Channel
from vedu.clients.client import Client
from vedu.clients.consent.consent import Consent
from vedu.clients.consent.objection import object_to
from vedu.clients.consent.subject import Subject
from vedu.clients.contact_point import ContactPoint
from vedu.foundation.refusal import Invalid
from vedu.sales.contact_policy.asking import ask, known_of, known_of_all
from vedu.sales.contact_policy.contact_rule import ContactRule
from vedu.sales.contact_policy.decision import ContactVerdict
from vedu.sales.contact_policy.preference import ContactPreference
from vedu.sales.contact_policy.pressure import pressure_of
from vedu.sales.touches.touch import Touch

# A Tuesday; 11:30 in Moscow, 18:30 in Khabarovsk.
TUESDAY = datetime(2026, 11, 24, 8, 30, tzinfo=UTC)


@pytest.fixture
def client(cast: Cast) -> Client:
    return cast.client(owner=cast.anna)


def codes(decision: object) -> list[str]:
    return [one.code for one in decision.objections]  # type: ignore[attr-defined]


def call(client: Client, cast: Cast, days_ago: float, **facts: object) -> Touch:
    at = TUESDAY - timedelta(days=days_ago)
    return Touch.log(client, by=cast.anna, channel=Channel.CALL, at=at, **{"outcome": "no_answer", **facts})  # type: ignore[arg-type]


def test_an_unknown_client_in_working_hours_may_be_called(cast: Cast, client: Client) -> None:
    assert ask(client, Channel.CALL, by=cast.anna, at=TUESDAY).verdict == ContactVerdict.ALLOW


def test_the_client_lives_by_his_own_clock(cast: Cast, client: Client) -> None:
    client.describe(by=cast.anna, time_zone="Asia/Vladivostok")
    decision = ask(client, Channel.CALL, by=cast.anna, at=TUESDAY)
    assert (decision.verdict, codes(decision)) == (ContactVerdict.WARN, ["unusual-hour"])
    assert decision.better_at == datetime(2026, 11, 24, 23, 0, tzinfo=UTC)  # 09:00 there


def test_a_region_tells_the_clock_too(cast: Cast, client: Client) -> None:
    client.describe(by=cast.anna, region="41")
    assert ask(client, Channel.CALL, by=cast.anna, at=TUESDAY).verdict == ContactVerdict.WARN
    assert ask(client, Channel.CALL, by=cast.anna, at=TUESDAY + timedelta(hours=2)).verdict == ContactVerdict.BLOCK


def test_touches_of_all_colleagues_and_channels_count(cast: Cast, client: Client) -> None:
    ContactRule.decide([(None, {"most_a_week": 2})], by=cast.vera)
    call(client, cast, 3)
    Touch.log(
        client,
        by=cast.sergey,
        channel=Channel.EMAIL,
        outcome="sent",
        at=TUESDAY - timedelta(days=2),
        override_reason="x",
    )
    decision = ask(client, Channel.CALL, by=cast.anna, at=TUESDAY)
    assert (decision.verdict, codes(decision)) == (ContactVerdict.BLOCK, ["week-limit"])
    assert decision.next_at == TUESDAY + timedelta(days=4)


def test_he_who_wrote_to_us_is_answered_at_once(cast: Cast, client: Client) -> None:
    ContactRule.decide([(None, {"most_a_week": 1})], by=cast.vera)
    call(client, cast, 2)
    Touch.log(client, by=cast.anna, channel=Channel.EMAIL, direction="in", at=TUESDAY - timedelta(hours=1))
    assert ask(client, Channel.EMAIL, by=cast.anna, at=TUESDAY).verdict == ContactVerdict.ALLOW


def test_a_refusal_is_respected_until_he_comes_himself(cast: Cast, client: Client) -> None:
    call(client, cast, 5, outcome="refused")
    assert codes(ask(client, Channel.CALL, by=cast.anna, at=TUESDAY)) == ["after-refusal"]
    Touch.log(client, by=cast.anna, channel=Channel.FORM, direction="in", at=TUESDAY - timedelta(hours=1))
    assert ask(client, Channel.CALL, by=cast.anna, at=TUESDAY).is_allowed


def test_an_opt_out_closes_a_channel_for_good(cast: Cast, client: Client) -> None:
    person = cast.contact(client)
    object_to(Subject(client, person), by=cast.anna, channels=["call"], why="asked")
    decision = ask(client, Channel.CALL, by=cast.anna, contact=person, at=TUESDAY)
    assert (codes(decision), decision.next_at) == (["opted-out"], None)
    assert ask(client, Channel.MEETING, by=cast.anna, contact=person, at=TUESDAY).is_allowed


def test_where_consent_is_needed_it_opens_the_channel(cast: Cast, client: Client) -> None:
    ContactRule.decide([(None, {"need_consent": ["email"]})], by=cast.vera)
    assert codes(ask(client, Channel.EMAIL, by=cast.anna, at=TUESDAY)) == ["no-consent"]
    facts = {"purpose": "work", "source": "spoken", "ground": "request"}
    Consent.give(Subject(client), ["email"], by=cast.anna, **facts)
    assert ask(client, Channel.EMAIL, by=cast.anna, at=TUESDAY).verdict == ContactVerdict.ALLOW


def test_what_was_said_wins_over_what_was_learned(cast: Cast, client: Client) -> None:
    for days in range(1, 7):
        call(client, cast, days * 40 / 7, outcome="talked")
    assert known_of(client, at=TUESDAY).whom.prefers == Channel.CALL
    ContactPreference.state(client, by=cast.anna, channel=Channel.EMAIL, hours=[15])
    known = known_of(client, at=TUESDAY)
    assert (known.whom.prefers, known.whom.best_hours) == (Channel.EMAIL, frozenset({15}))
    assert "other-hour" in codes(known.decide(Channel.CALL, TUESDAY, cast.anna))
    ContactPreference.state(client, by=cast.anna)
    assert known_of(client, at=TUESDAY).whom.prefers == Channel.CALL


@pytest.mark.parametrize(("facts", "code"), [({"hours": [24]}, "hours-wrong"), ({"channel": "pigeon"}, "unknown-word")])
def test_a_preference_that_cannot_be_is_refused(
    cast: Cast, client: Client, facts: dict[str, object], code: str
) -> None:
    with pytest.raises(Invalid) as refusal:
        ContactPreference.state(client, by=cast.anna, **facts)  # type: ignore[arg-type]
    assert refusal.value.codes == [code]


def test_a_personal_phone_is_warned_of(cast: Cast, client: Client) -> None:
    person = cast.contact(client)
    ContactPoint.add(client, kind="phone", value="+7 912 345-67-89", by=cast.anna, contact=person, is_official=False)
    assert codes(ask(client, Channel.CALL, by=cast.anna, contact=person, at=TUESDAY)) == ["personal-channel"]


def test_a_colleague_who_has_just_called_is_named(cast: Cast, client: Client) -> None:
    call(client, cast, 0.5)
    decision = ask(client, Channel.CALL, by=cast.sergey, at=TUESDAY)
    assert codes(decision) == ["colleague-lately"]


def test_the_gauge_counts_what_the_limits_count(cast: Cast, client: Client) -> None:
    for days in (1, 3, 12):
        call(client, cast, days)
    known = known_of(client, at=TUESDAY)
    pressure = pressure_of(known.whom.history, known.rules, TUESDAY)
    assert (pressure.week.touches, pressure.month.touches, pressure.unanswered) == (2, 3, 3)
    assert (pressure.week.percent, pressure.last_by) == (40, cast.anna.pk)


def test_many_are_known_by_as_many_queries_as_one(cast: Cast, django_assert_max_num_queries) -> None:
    clients = [cast.client(f"Client {number}", owner=cast.anna) for number in range(30)]
    ContactRule.decide([(None, {"most_a_week": 2})], by=cast.vera)
    with django_assert_max_num_queries(9):
        known_of_all([(client, None) for client in clients], at=TUESDAY)
