"""OWN-7: what a reassignment would do, with nothing written."""

from collections import Counter

import pytest
from django.utils import timezone, translation
from pytest_django import DjangoAssertNumQueries

from tests.cast import Cast
from vedu.clients.assignment.method import Method
from vedu.clients.assignment.territory import Territory
from vedu.clients.client import Client
from vedu.clients.ownership import Ownership
from vedu.clients.reassignment.plan import Division, preview
from vedu.clients.reassignment.selection import Selection
from vedu.clients.segments.segment import Segment
from vedu.foundation.people.roles import Role
from vedu.foundation.people.staffing import dismiss
from vedu.foundation.people.substitution import plan_absence
from vedu.foundation.people.user import User
from vedu.foundation.refusal import Invalid, NotAllowed


@pytest.fixture
def lena(cast: Cast) -> User:
    """Sells in the team of Anna and Igor."""
    return User.objects.create_user("lena", first_name="Lena", last_name="Lis", role=Role.SELLER, team=cast.north)


def annas(cast: Cast, number: int = 3, **facts: object) -> list[Client]:
    clients = [Client.add(name=f"Client {one}", by=cast.anna, **facts) for one in range(number)]
    for client in clients:
        client.claim(by=cast.anna)
    return clients


def test_all_clients_of_a_person_to_one(cast: Cast) -> None:
    clients = annas(cast)
    plan = preview(Selection(person=cast.anna), Division(Method.ONE, [cast.igor]), by=cast.sergey)
    assert [(line.client_id, line.before, line.after) for line in plan.lines] == [
        (client.pk, cast.anna.pk, cast.igor.pk) for client in clients
    ]
    assert plan.clients_of() == Counter({cast.igor.pk: 3})
    assert set(Client.objects.values_list("owner", flat=True)) == {cast.anna.pk}
    assert Ownership.objects.count() == 3


def test_in_turn(cast: Cast, lena: User) -> None:
    annas(cast, 4)
    plan = preview(Selection(person=cast.anna), Division(Method.TURNS, [cast.igor, lena]), by=cast.sergey)
    assert [line.after for line in plan.lines] == [cast.igor.pk, lena.pk] * 2


def test_by_load_the_least_loaded_first(cast: Cast, lena: User) -> None:
    annas(cast, 3)
    cast.client("Igor's", owner=cast.igor)
    plan = preview(Selection(person=cast.anna), Division(Method.LOAD, [cast.igor, lena]), by=cast.sergey)
    assert plan.clients_of() == Counter({lena.pk: 2, cast.igor.pk: 1})


def test_by_territory_and_those_of_none_are_told(cast: Cast) -> None:
    Territory.define("Volga", by=cast.sergey, regions=["63"], people=[cast.igor])
    Territory.define("Urals", by=cast.sergey, regions=["66"], people=[cast.olga])
    annas(cast, 1, region="63"), annas(cast, 1, region="66"), annas(cast, 1, region="55")
    plan = preview(Selection(person=cast.anna), Division(Method.TERRITORY), by=cast.sergey)
    assert [line.after for line in plan.lines] == [cast.igor.pk, cast.olga.pk]
    assert [left.reason.code for left in plan.left] == ["no-territory"]


def test_by_territory_among_those_named(cast: Cast) -> None:
    Territory.define("Volga", by=cast.sergey, regions=["63"], people=[cast.igor, cast.olga])
    Territory.define("Urals", by=cast.sergey, regions=["66"], people=[cast.olga])
    annas(cast, 1, region="63"), annas(cast, 1, region="66")
    plan = preview(Selection(person=cast.anna), Division(Method.TERRITORY, [cast.igor]), by=cast.sergey)
    assert [line.after for line in plan.lines] == [cast.igor.pk]
    assert [left.reason.code for left in plan.left] == ["territory-empty"]


def test_who_is_led_in_his_territory_stays(cast: Cast) -> None:
    Territory.define("Volga", by=cast.sergey, regions=["63"], people=[cast.anna, cast.igor])
    annas(cast, 1, region="63")
    plan = preview(Selection(person=cast.anna), Division(Method.TERRITORY), by=cast.sergey)
    assert [left.reason.code for left in plan.left] == ["in-territory"]


def test_a_segment_with_free_clients_and_those_of_another_team(cast: Cast) -> None:
    segment = Segment.define("Samara", [{"field": "city", "op": "in", "values": ["Samara"]}], by=cast.sergey)
    free = Client.add(name="Free", by=cast.anna, city="Samara")
    theirs = Client.add(name="Olga's", by=cast.olga, city="Samara")
    theirs.claim(by=cast.olga)
    (ours,) = annas(cast, 1, city="Samara")
    plan = preview(Selection(segment=segment), Division(Method.ONE, [cast.igor]), by=cast.sergey)
    assert [line.client_id for line in plan.lines] == [free.pk, ours.pk]
    User.objects.filter(pk=cast.sergey.pk).update(visibility="all")
    plan = preview(
        Selection(segment=segment), Division(Method.ONE, [cast.igor]), by=User.objects.get(pk=cast.sergey.pk)
    )
    assert [(left.client_id, left.reason.code) for left in plan.left] == [(theirs.pk, "not-your-team")]


def test_ticked_clients_and_a_person_in_a_segment(cast: Cast) -> None:
    first, second, _third = annas(cast)
    plan = preview(Selection(ids=[second.pk, first.pk]), Division(Method.ONE, [cast.igor]), by=cast.sergey)
    assert [line.client_id for line in plan.lines] == [first.pk, second.pk]
    segment = Segment.define("Samara", [{"field": "city", "op": "in", "values": ["Samara"]}], by=cast.sergey)
    plan = preview(Selection(cast.anna, segment), Division(Method.ONE, [cast.igor]), by=cast.sergey)
    assert plan.lines == []


def test_who_leads_it_already_keeps_it(cast: Cast) -> None:
    (client,) = annas(cast, 1)
    for division in (Division(Method.ONE, [cast.anna]), Division(Method.LOAD, [cast.anna, cast.igor])):
        plan = preview(Selection(ids=[client.pk]), division, by=cast.sergey)
        assert [left.reason.code for left in plan.left] == ["already-owner"]


def test_he_whose_clients_are_taken_gets_none_of_them(cast: Cast) -> None:
    annas(cast)
    plan = preview(Selection(person=cast.anna), Division(Method.LOAD, [cast.anna, cast.igor]), by=cast.sergey)
    assert set(plan.clients_of()) == {cast.igor.pk}


def test_who_is_away_is_left_out_unless_he_is_the_only_one_named(cast: Cast, lena: User) -> None:
    annas(cast, 2)
    plan_absence(cast.igor, by=cast.igor, from_on=timezone.localdate())
    plan = preview(Selection(person=cast.anna), Division(Method.TURNS, [cast.igor, lena]), by=cast.sergey)
    assert (set(plan.clients_of()), plan.away) == ({lena.pk}, [cast.igor])
    plan = preview(Selection(person=cast.anna), Division(Method.ONE, [cast.igor]), by=cast.sergey)
    assert set(plan.clients_of()) == {cast.igor.pk}


def test_clients_of_one_who_has_left_pass_too(cast: Cast) -> None:
    annas(cast, 2)
    dismiss(cast.anna, by=cast.sergey)
    plan = preview(Selection(person=cast.anna), Division(Method.ONE, [cast.igor]), by=cast.sergey)
    assert len(plan.lines) == 2


def test_what_cannot_be_meant_is_refused(cast: Cast) -> None:
    wrong = [
        (Selection(), Division(Method.ONE, [cast.igor])),
        (Selection(person=cast.anna), Division("lottery", [cast.igor])),
        (Selection(person=cast.anna), Division(Method.ONE, [])),
        (Selection(person=cast.anna), Division(Method.TURNS, [cast.boris])),
        (Selection(person=cast.anna), Division(Method.TERRITORY)),
    ]
    for selection, division in wrong:
        with pytest.raises(Invalid):
            preview(selection, division, by=cast.sergey)


@pytest.mark.parametrize("who", ["anna", "igor", "olga", "boris"])
def test_only_heads_reassign(cast: Cast, who: str) -> None:
    with pytest.raises(NotAllowed):
        preview(Selection(person=cast.anna), Division(Method.ONE, [cast.igor]), by=getattr(cast, who))


def test_a_head_reassigns_his_own_people_alone(cast: Cast) -> None:
    with pytest.raises(NotAllowed) as refusal:
        preview(Selection(person=cast.olga), Division(Method.ONE, [cast.igor]), by=cast.sergey)
    assert refusal.value.codes == ["not-your-person"]


def test_many_clients_cost_no_more_queries(cast: Cast, django_assert_max_num_queries: DjangoAssertNumQueries) -> None:
    annas(cast, 30)
    with django_assert_max_num_queries(6):
        plan = preview(Selection(person=cast.anna), Division(Method.LOAD, [cast.igor, cast.sergey]), by=cast.sergey)
    assert len(plan.lines) == 30


def test_a_selection_says_what_was_chosen(cast: Cast) -> None:
    segment = Segment(name="Samara")
    with translation.override("en"):
        assert Selection(person=cast.anna).words() == "Clients of Anna Kotova"
        assert Selection(segment=segment).words() == "Segment “Samara”"
        assert Selection(cast.anna, segment).words() == "Clients of Anna Kotova in the segment “Samara”"
        assert Selection(ids=[1, 2]).words() == "2 chosen clients"
