"""A list of visits: whose it is, whom it takes, in which order it is walked."""

import pytest
from pytest_django import DjangoAssertNumQueries

from tests.cast import Cast
from tests.sales.visits.ways import client_at, day, way
from vedu.clients.merging.merge import Merge
from vedu.foundation.events import Event
from vedu.foundation.refusal import Invalid, NotAllowed, Refused
from vedu.sales.touches.touch import Touch
from vedu.sales.visits.visit import Visit
from vedu.sales.visits.visit_list import VisitList


def names(visits: VisitList) -> list[str]:
    return [one.name for one in visits.visits.select_related("client")]


def test_a_list_is_ones_own_or_one_of_ones_people(cast: Cast) -> None:
    assert way(cast, title="  A   way ").title == "A way"
    assert VisitList.plan(on=day(), by=cast.sergey, owner=cast.anna).owner == cast.anna
    assert Event.objects.filter(kind="visit_list.planned").count() == 2
    for by, owner, code in (
        (cast.igor, cast.anna, "not-your-person"),
        (cast.sergey, cast.olga, "not-your-person"),
        (cast.boris, None, "role-only-looks"),
    ):
        with pytest.raises(NotAllowed) as refused:
            VisitList.plan(on=day(), by=by, owner=owner)
        assert refused.value.codes == [code]
    with pytest.raises(Invalid):
        VisitList.plan(on=None, by=cast.anna)


def test_who_sees_it(cast: Cast) -> None:
    visits = way(cast)
    visits.add_doors("ул. Ленина, 1", by=cast.anna)
    for person, sees in ((cast.anna, True), (cast.igor, True), (cast.sergey, True), (cast.vera, True)):
        assert (visits in VisitList.objects.visible_to(person)) == sees
        assert Visit.objects.visible_to(person).exists() == sees
    assert visits not in VisitList.objects.visible_to(cast.olga)
    assert not Visit.objects.visible_to(cast.olga).exists()


def test_clients_come_with_their_address(cast: Cast) -> None:
    visits = way(cast)
    done = visits.add_clients([client_at(cast, "г. Казань, ул. Тукая, 5"), cast.client("No address")], by=cast.anna)
    assert len(done.done) == 2
    first, second = visits.visits.all()
    assert (first.address, first.city, first.street) == ("г. Казань, ул. Тукая, 5", "Казань", "ул. Тукая")
    assert (second.address, second.street, first.position, second.position) == ("", "", 1, 2)


def test_each_is_refused_for_his_own_reason(cast: Cast) -> None:
    led, mine = cast.deal(owner=cast.igor).client, cast.client("Mine", owner=cast.anna)
    visits = way(cast)
    done = visits.add_clients([led, mine, mine], by=cast.anna, why="A new price")
    assert done.done == [mine]
    assert [reasons[0].code for _client, reasons in done.refused] == ["client-led", "already-on-the-list"]
    with pytest.raises(Refused) as elsewhere:
        Touch.log(led, by=cast.anna, channel="visit")
    assert done.refused[0][1][0].sentence == str(elsewhere.value)
    assert visits.visits.get().why == "A new price"


def test_a_head_sends_to_the_clients_of_him_who_walks(cast: Cast) -> None:
    visits = way(cast)
    led, other = cast.deal().client, cast.deal(owner=cast.igor).client
    done = visits.add_clients([led, other], by=cast.sergey)
    assert (done.done, len(done.refused)) == ([led], 1)


def test_doors_stand_once_and_only_so_many(cast: Cast) -> None:
    visits = way(cast)
    assert visits.add_doors("ул. Ленина 1–5", by=cast.anna, city="Казань") == 5
    assert visits.add_doors("УЛ. Ленина, 5\nул. Ленина, 6", by=cast.anna, city="Казань") == 1
    assert {one.city for one in visits.visits.all()} == {"Казань"}
    with pytest.raises(Invalid) as refused:
        visits.add_doors("ул. Мира 1-198", by=cast.anna)
    assert refused.value.codes == ["list-full"]
    assert visits.visits.count() == 6


def test_many_clients_cost_few_queries(cast: Cast, django_assert_max_num_queries: DjangoAssertNumQueries) -> None:
    clients = [cast.client(f"Shop {number}") for number in range(10)]
    visits = way(cast)
    with django_assert_max_num_queries(8 + 3 * len(clients)):  # a savepoint and a row each
        visits.add_clients(clients, by=cast.anna)


def test_it_goes_street_by_street(cast: Cast) -> None:
    visits = way(cast)
    visits.add_doors("ул. Мира, 2\nул. Ленина, 10\nул. Ленина, 9\nул. Азина, 1", by=cast.anna, city="Казань")
    visits.add_doors("ул. Азина, 3", by=cast.anna, city="Арск")
    visits.add_clients([cast.client("No address")], by=cast.anna)
    visits.arrange(by=cast.anna)
    in_kazan = ["ул. Азина, 1", "ул. Ленина, 9", "ул. Ленина, 10", "ул. Мира, 2"]
    assert names(visits) == ["No address", "ул. Азина, 3", *in_kazan]


def test_the_order_is_by_hand(cast: Cast) -> None:
    visits = way(cast)
    visits.add_doors("A 1\nB 1\nC 1", by=cast.anna)
    first, _second, third = visits.visits.all()
    third.move(-1, by=cast.anna)
    assert names(visits) == ["A 1", "C 1", "B 1"]
    first.move(-1, by=cast.anna)
    third.move(5, by=cast.anna)
    assert names(visits) == ["A 1", "B 1", "C 1"]
    visits.put_in_order([third.pk, 987_654, third.pk, first.pk], by=cast.sergey)
    assert names(visits) == ["C 1", "A 1", "B 1"]


def test_only_who_walks_and_his_head_change_it(cast: Cast) -> None:
    visits = way(cast)
    visits.add_doors("A 1", by=cast.anna)
    visit = visits.visits.get()
    for person in (cast.igor, cast.olga, cast.boris):
        for verb in (
            lambda by: visits.add_doors("B 1", by=by),
            lambda by: visits.add_clients([], by=by),
            lambda by: visits.arrange(by=by),
            lambda by: visits.put_in_order([], by=by),
            lambda by: visits.describe(by=by, title="x"),
            lambda by: visits.drop(by=by),
            lambda by: visit.move(1, by=by),
            lambda by: visit.mend(by=by, why="x"),
            lambda by: visit.drop(by=by),
            lambda by: visit.finish("absent", by=by),
        ):
            with pytest.raises(NotAllowed):
                verb(person)
    visits.describe(by=cast.sergey, title="Another", on=day(1))
    assert (visits.title, visits.on) == ("Another", day(1))


def test_a_list_that_was_begun_stays(cast: Cast) -> None:
    visits = way(cast)
    visits.add_doors("A 1\nB 1", by=cast.anna)
    visit = visits.visits.first()
    visit.finish("absent", by=cast.anna)
    for verb, code in ((visits.drop, "list-begun"), (visit.drop, "already-visited")):
        with pytest.raises(Refused) as refused:
            verb(by=cast.anna)
        assert refused.value.codes == [code]
    empty = way(cast)
    empty.drop(by=cast.anna)
    assert Event.objects.filter(kind="visit_list.dropped").count() == 1


def test_an_address_is_mended_on_the_list_alone(cast: Cast) -> None:
    visits, client = way(cast), client_at(cast, "ул. Тукая, 5")
    visits.add_clients([client], by=cast.anna)
    visit = visits.visits.get()
    visit.mend(by=cast.anna, address="ул. Мира, 7", why="The store")
    visit.refresh_from_db()
    assert (visit.street, visit.why, client.requisites.address) == ("ул. Мира", "The store", "ул. Тукая, 5")
    visits.add_doors("A 1", by=cast.anna)
    with pytest.raises(Invalid):
        visits.visits.last().mend(by=cast.anna, address=" ")


def test_a_merged_client_takes_its_visits_along(cast: Cast) -> None:
    visits, kept, gone = way(cast), cast.client("Rye"), cast.client("Rye and Co")
    visits.add_clients([gone], by=cast.anna)
    Merge.carry_out(kept, gone, by=cast.vera)
    assert visits.visits.get().client == kept
