"""Many rows are written and read past the ORM as the ORM would have written and read them."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.db import transaction
from django.utils import timezone

from vedu.foundation.events import Event
from vedu.foundation.many_rows import chunked, insert, reserve_ids, select, update
from vedu.foundation.people.team import Team
from vedu.foundation.people.user import User

pytestmark = pytest.mark.django_db


def test_rows_are_written_with_the_defaults_of_the_model() -> None:
    at = timezone.now() - timedelta(days=3)
    with transaction.atomic():
        ids = reserve_ids(Event, 2)
        insert(
            Event,
            ["id", "client_id", "data"],
            [(ids[0], 7, {"sum": Decimal("1.50")}), (ids[1], None, {})],
            at=at,
            kind="a.b",
        )

    first, second = Event.objects.order_by("pk")
    assert [first.pk, second.pk] == ids
    assert (first.at, first.kind, first.client_id, first.data, first.actor) == (at, "a.b", 7, {"sum": "1.50"}, None)
    assert (second.client_id, second.data) == (None, {})


def test_reserved_ids_are_not_given_to_the_next_row() -> None:
    with transaction.atomic():
        ids = reserve_ids(Team, 3)
        insert(Team, ["id", "name"], [(one, f"team {one}") for one in ids])

    assert Team.objects.create(name="next").pk > max(ids)
    assert len(set(ids)) == 3


def test_nothing_is_written_for_no_rows() -> None:
    assert reserve_ids(Team, 0) == []
    insert(Team, ["name"], [])
    update(Team, ["name"], [])

    assert not Team.objects.exists()


def test_many_rows_change_at_once() -> None:
    teams = [Team.objects.create(name=f"{n}") for n in range(3)]

    update(Team, ["name", "path"], [(teams[0].pk, "north", "/1/"), (teams[2].pk, "south", "/3/")])

    assert list(Team.objects.order_by("pk").values_list("name", "path")) == [
        ("north", "/1/"),
        ("1", ""),
        ("south", "/3/"),
    ]


def test_dates_are_changed_in_the_form_of_the_database() -> None:
    at = timezone.now() - timedelta(days=3)
    event = Event.objects.create(kind="a.b", at=timezone.now())

    update(Event, ["at"], [(event.pk, at)])

    event.refresh_from_db()
    assert event.at == at


def test_rows_are_found_among_any_number_of_values() -> None:
    ivan = User.objects.create_user("ivan", role="seller")
    User.objects.create_user("ivanov", role="head")
    among = ["ivan", "ivanov", *(f"nobody {n}" for n in range(2000))]

    assert select(User, ["username", "id"], "username", among, role="seller") == [("ivan", ivan.pk)]
    assert select(User, ["username"], "id", {ivan.pk, 10**9}) == [("ivan",)]
    assert select(User, ["id"], "username", []) == []


def test_values_come_in_chunks() -> None:
    assert list(chunked(range(5), 2)) == [[0, 1], [2, 3], [4]]
