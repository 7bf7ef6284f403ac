"""/visits/: lists, new ones, and whom they take."""

import pytest
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from tests.cast import Cast, step
from tests.sales.visits.ways import client_at, day, way
from tests.web.visitor import is_sign_in, text_of, visitor
from vedu.clients.newcomer import Newcomer
from vedu.clients.segments.segment import Segment
from vedu.sales.touches.task import Task
from vedu.sales.visits.visit import Visit
from vedu.sales.visits.visit_list import VisitList

LISTS = "/visits/"


def url(name: str, one: VisitList | Visit) -> str:
    return reverse(f"visits:{name}", args=[one.pk])


def test_each_sees_the_lists_of_those_whose_work_he_sees(cast: Cast) -> None:
    way(cast)
    for person, sees in ((cast.anna, True), (cast.igor, True), (cast.sergey, True), (cast.boris, True)):
        assert ("Bakeries" in text_of(visitor(person).get(LISTS))) == sees
    assert "Bakeries" not in text_of(visitor(cast.olga).get(LISTS))
    assert is_sign_in(visitor().get(LISTS))


def test_an_empty_page_teaches(cast: Cast) -> None:
    assert "each stop takes one press" in text_of(visitor(cast.anna).get(LISTS))
    assert reverse("visits:new") not in text_of(visitor(cast.boris).get(LISTS))


def test_what_walking_brought_is_drawn_for_each(
    cast: Cast, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for person in (cast.anna, cast.igor):
        visits = way(cast, by=person)
        visits.add_doors("ул. Ленина 1–4", by=person)
        for door, outcome in zip(visits.visits.all(), ("absent", "talked", "interested"), strict=False):
            who = Newcomer(company="Rye") if outcome == "interested" else None
            door.finish(outcome, by=person, newcomer=who)
    sergey = visitor(cast.sergey)
    sergey.get(LISTS)
    with django_assert_max_num_queries(7):
        page = text_of(sergey.get(LISTS))
    assert page.count("3 of 4") == 2
    assert "Thirty days of visits" in page


def test_a_list_is_made_for_a_day(cast: Cast) -> None:
    answer = visitor(cast.anna).post(reverse("visits:new"), {"on": str(day(2)), "title": "Kazan"})
    made = VisitList.objects.get()
    assert answer.headers["Location"] == url("add", made)
    assert (made.owner, made.on, made.title) == (cast.anna, day(2), "Kazan")


def test_a_head_makes_it_for_one_of_his(cast: Cast) -> None:
    sergey = visitor(cast.sergey)
    page = text_of(sergey.get(reverse("visits:new")))
    assert ("Anna Kotova" in page, "Olga Orlova" in page) == (True, False)
    sergey.post(reverse("visits:new"), {"on": str(day()), "owner": cast.anna.pk})
    assert VisitList.objects.get().owner == cast.anna
    assert sergey.post(reverse("visits:new"), {"on": str(day()), "owner": cast.olga.pk}).status_code == 422
    assert "Who walks" not in text_of(visitor(cast.anna).get(reverse("visits:new")))


def test_what_was_typed_survives_an_error(cast: Cast) -> None:
    answer = visitor(cast.anna).post(reverse("visits:new"), {"on": "", "title": "Kazan"})
    assert answer.status_code == 422
    assert "Choose the day of the visits." in text_of(answer)
    assert 'value="Kazan"' in text_of(answer)


def test_clients_are_chosen_and_the_refused_are_named(cast: Cast) -> None:
    visits, mine, free = way(cast), client_at(cast, "ул. Тукая, 5"), cast.client("Free bakery")
    led = cast.deal(owner=cast.igor, client=cast.client("Igor's", owner=cast.igor)).client
    anna = visitor(cast.anna)
    page = text_of(anna.get(url("add", visits)))
    assert ("Northern Bakery" in page, "ул. Тукая, 5" in page, "Free bakery" in page) == (True, True, False)
    assert "Free bakery" in text_of(anna.get(url("add", visits) + "?source=free"))
    answer = anna.post(url("add", visits), {"client": [mine.pk, led.pk, free.pk], "why": "A new price"})
    assert answer.status_code == 422
    assert "has been led by Igor Belov since" in text_of(answer)
    assert [one.client for one in visits.visits.all()] == [mine, free]
    assert "on the list" in text_of(anna.get(url("add", visits)))
    assert "Tick at least one client." in text_of(anna.post(url("add", visits), {}))


def test_they_are_sought_by_what_one_has_to_do(cast: Cast) -> None:
    visits, anna = way(cast), visitor(cast.anna)
    due = cast.client("Due", owner=cast.anna)
    Task.plan(due, step(0, "visit"), by=cast.anna)
    neglected = cast.deal(client=cast.client("Neglected", owner=cast.anna))
    Task.objects.filter(deal=neglected).get().complete(by=cast.anna)
    kazan = client_at(cast, "ул. Мира, 1", "In Kazan")
    segment = Segment.define("Kazan", [{"field": "city", "op": "in", "values": ["Казань"]}], by=cast.sergey)
    for query, name in (
        ("source=day", due.name),
        ("source=neglected", "Neglected"),
        ("city=Казань", kazan.name),
        (f"segment={segment.pk}", kazan.name),
        ("q=kaza", kazan.name),
    ):
        page = text_of(anna.get(f"{url('add', visits)}?{query}"))
        shown = [one for one in ("Due", "Neglected", "In Kazan") if f"<b>{one}</b>" in page]
        assert shown == [name], query
    for nonsense in ("segment=x", "segment=987", "source=nobody", "city=%00", "q=%00"):
        assert anna.get(f"{url('add', visits)}?{nonsense}").status_code == 200


def test_choosing_costs_few_queries(cast: Cast, django_assert_max_num_queries: DjangoAssertNumQueries) -> None:
    for number in range(6):
        client_at(cast, f"ул. Мира, {number}", f"Shop {number}")
    visits, anna = way(cast), visitor(cast.anna)
    anna.get(url("add", visits))
    for query in ("", "?q=shop&city=Казань", "?source=day"):
        with django_assert_max_num_queries(10):
            anna.get(url("add", visits) + query)


def test_doors_are_pasted(cast: Cast) -> None:
    visits, anna = way(cast), visitor(cast.anna)
    answer = anna.post(url("doors", visits), {"addresses": "ул. Ленина 1–5 нечётные", "city": "Казань"})
    assert answer.headers["Location"] == url("list", visits)
    assert [one.address for one in visits.visits.all()] == ["ул. Ленина, 1", "ул. Ленина, 3", "ул. Ленина, 5"]
    wrong = anna.post(url("doors", visits), {"addresses": "ул. Мира 1-999"})
    assert wrong.status_code == 422
    assert "ул. Мира 1-999" in text_of(wrong)


def test_day_and_name_are_changed_and_an_empty_list_goes(cast: Cast) -> None:
    visits, anna = way(cast), visitor(cast.anna)
    anna.post(url("edit", visits), {"on": str(day(4)), "title": "Samara"})
    visits.refresh_from_db()
    assert (visits.on, visits.title) == (day(4), "Samara")
    assert anna.post(url("drop", visits)).headers["Location"] == LISTS
    assert not VisitList.objects.exists()


@pytest.mark.parametrize("name", ["edit", "add"])
def test_pages_of_change_are_for_who_walks(cast: Cast, name: str) -> None:
    visits = way(cast)
    statuses = [
        visitor(one).get(url(name, visits)).status_code for one in (cast.anna, cast.sergey, cast.igor, cast.olga)
    ]
    assert statuses == [200, 200, 403, 404]
    assert is_sign_in(visitor().get(url(name, visits)))


@pytest.mark.parametrize(
    ("name", "said"),
    [("drop", {}), ("order", {"stop": "1"}), ("arrangement", {}), ("doors", {"addresses": "A 1"}), ("add", {})],
)
def test_verbs_are_for_who_walks(cast: Cast, name: str, said: dict[str, str]) -> None:
    visits = way(cast)
    for person, status in ((cast.igor, 403), (cast.boris, 403), (cast.olga, 404)):
        assert visitor(person).post(url(name, visits), said).status_code == status
    assert is_sign_in(visitor().post(url(name, visits), said))
    assert not visits.visits.exists()
