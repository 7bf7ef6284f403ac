"""OWN-8: new clients go to whom the rules name; nobody's client is ever taken."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from tests.cast import Cast
from vedu.clients.assignment.giving import assign_in_working_hours, assign_new, rehearse_rules
from vedu.clients.assignment.method import Method
from vedu.clients.assignment.rule import AssignmentRule, Terms
from vedu.clients.claim_limit import ClaimLimit
from vedu.clients.client import Client
from vedu.clients.ownership import Ownership
from vedu.foundation.events import Event
from vedu.foundation.people.substitution import plan_absence
from vedu.sales.deals.deal import Deal


def rule_on(cast: Cast, **terms: object) -> AssignmentRule:
    """Switched on an hour ago."""
    facts = {"name": "To the north", "people": [cast.anna, cast.igor], "method": Method.TURNS, **terms}
    rule = AssignmentRule.define(Terms(**facts), by=cast.adam)  # type: ignore[arg-type]
    rule.switch(on=True, by=cast.adam, at=timezone.now() - timedelta(hours=1))
    return rule


def come(cast: Cast, number: int = 1, **facts: object) -> list[Client]:
    """Free clients that came just now."""
    return [Client.add(name=f"Newcomer {one}", by=cast.vera, **facts) for one in range(number)]


def owners(clients: list[Client]) -> list[object]:
    return [Client.objects.select_related("owner").get(pk=client.pk).owner for client in clients]


def test_newcomers_are_given_in_turn(cast: Cast) -> None:
    rule_on(cast)
    clients = come(cast, 3)
    assert len(assign_new().done) == 3
    assert owners(clients) == [cast.anna, cast.igor, cast.anna]


def test_turns_go_on_in_the_next_run(cast: Cast) -> None:
    rule_on(cast)
    first = come(cast)
    assign_new()
    second = come(cast)
    assign_new()
    assert owners(first + second) == [cast.anna, cast.igor]


def test_the_history_names_the_rule(cast: Cast) -> None:
    rule = rule_on(cast)
    (client,) = come(cast)
    assign_new()
    period = client.ownerships.get()
    assert (period.cause, period.by, period.why) == (Ownership.Cause.RULE, None, "To the north")
    event = Event.objects.get(kind="client.owner_changed", client_id=client.pk)
    assert (event.actor, event.data["cause"], event.data["rule"]) == (None, "rule", rule.pk)


def test_running_twice_changes_nothing(cast: Cast) -> None:
    rule_on(cast)
    clients = come(cast, 2)
    assign_new()
    before = owners(clients)
    assert assign_new().done == []
    assert owners(clients) == before
    assert Ownership.objects.count() == 2


def test_a_client_that_anybody_owns_is_never_given(cast: Cast) -> None:
    rule_on(cast)
    held, led = cast.client("Held", owner=cast.olga), cast.client("Led", owner=cast.olga)
    Deal.open(led, cast.pipeline, name="Boxes", by=cast.olga)
    assert assign_new().done == []
    assert owners([held, led]) == [cast.olga, cast.olga]


def test_what_came_before_the_rule_stays_free(cast: Cast) -> None:
    (old,) = come(cast, at=timezone.now() - timedelta(days=1))
    rule_on(cast)
    assign_new()
    assert owners([old]) == [None]


def test_who_went_back_to_the_pool_is_no_newcomer(cast: Cast) -> None:
    rule_on(cast)
    client = cast.client(owner=cast.olga)
    client.release(by=cast.olga)
    assign_new()
    assert owners([client]) == [None]


def test_a_rule_that_is_off_gives_nothing(cast: Cast) -> None:
    rule_on(cast).switch(on=False, by=cast.adam)
    clients = come(cast)
    assert assign_new().done == []
    assert owners(clients) == [None]


def test_the_first_rule_that_finds_somebody_gives(cast: Cast) -> None:
    rule_on(cast, name="Site", sources=["Site"], people=[cast.olga])
    rule_on(cast, name="Rest", people=[cast.igor])
    clients = [*come(cast, source="Site"), *come(cast)]
    assign_new()
    assert owners(clients) == [cast.olga, cast.igor]


def test_when_nobody_is_here_the_next_rule_is_asked(cast: Cast) -> None:
    rule_on(cast, name="Site", sources=["Site"], people=[cast.olga])
    rule_on(cast, name="Rest", people=[cast.igor])
    plan_absence(cast.olga, by=cast.olga, from_on=timezone.localdate())
    clients = come(cast, source="Site")
    assign_new()
    assert owners(clients) == [cast.igor]


def test_the_full_are_left_out(cast: Cast) -> None:
    rule_on(cast)
    ClaimLimit.decide("seller", 1, by=cast.adam)
    cast.client("Kept", owner=cast.anna)
    clients = come(cast, 2)
    result = assign_new()
    assert owners(clients) == [cast.igor, None]
    assert (len(result.done), len(result.refused)) == (1, 0)


def test_two_rules_share_the_room_of_a_person(cast: Cast) -> None:
    ClaimLimit.decide("seller", 1, by=cast.adam)
    rule_on(cast, name="Site", sources=["Site"], people=[cast.igor])
    rule_on(cast, name="Rest", people=[cast.igor])
    clients = [*come(cast, source="Site"), *come(cast)]
    result = assign_new()
    assert owners(clients) == [cast.igor, None]
    assert result.refused == []


def test_the_least_loaded_gets_it(cast: Cast) -> None:
    rule_on(cast, method=Method.LOAD)
    cast.client("Held", owner=cast.anna)
    clients = come(cast)
    assign_new()
    assert owners(clients) == [cast.igor]


def test_who_was_claimed_in_between_is_left_alone(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    rule_on(cast)
    (client,) = come(cast)
    from vedu.clients.assignment import giving

    straight = giving._give

    def late(gifts: list[giving.Gift], at: datetime) -> object:
        client.claim(by=cast.olga)
        return straight(gifts, at)

    monkeypatch.setattr(giving, "_give", late)
    assert assign_new().done == []
    assert owners([client]) == [cast.olga]


@pytest.mark.parametrize(
    ("moment", "number"),
    [("2026-11-25 11:00", 1), ("2026-11-25 08:59", 0), ("2026-11-25 18:00", 0), ("2026-11-28 11:00", 0)],
)
def test_the_clock_gives_in_working_hours_only(cast: Cast, moment: str, number: int) -> None:
    at = datetime.fromisoformat(moment).replace(tzinfo=ZoneInfo("Europe/Moscow"))
    rule = rule_on(cast)
    AssignmentRule.objects.filter(pk=rule.pk).update(on_since=at - timedelta(days=1))
    come(cast, at=at)
    assert assign_in_working_hours(at) == number


def test_the_dry_run_writes_nothing_and_says_who_would_get_what(cast: Cast) -> None:
    rule_on(cast).switch(on=False, by=cast.adam)
    clients = come(cast, 3, at=timezone.now() - timedelta(days=90))
    plan = rehearse_rules()
    assert [(gift.client_id, gift.to.pk) for gift in plan.gifts] == [
        (client.pk, user.pk) for client, user in zip(clients, (cast.anna, cast.igor, cast.anna), strict=True)
    ]
    assert owners(clients) == [None] * 3
    assert not Ownership.objects.exists()


def test_the_dry_run_names_the_rule_that_finds_nobody(cast: Cast) -> None:
    rule_on(cast, name="Site", sources=["Site"], people=[cast.olga])
    rule_on(cast, name="Rest", sources=["Fair"])
    plan_absence(cast.olga, by=cast.olga, from_on=timezone.localdate())
    come(cast, 2, source="Site")
    come(cast, 1, source="Fair")
    first, second = rehearse_rules().findings
    assert (first.takers, first.meant, first.given, first.found_nobody) == (0, 2, 0, True)
    assert (second.takers, second.meant, second.given, second.found_nobody) == (2, 1, 1, False)


def test_a_dry_run_costs_few_queries(cast: Cast, django_assert_max_num_queries) -> None:
    for number in range(3):
        rule_on(cast, name=f"Rule {number}")
    come(cast, 20)
    with django_assert_max_num_queries(12):
        assert len(rehearse_rules().gifts) == 20
