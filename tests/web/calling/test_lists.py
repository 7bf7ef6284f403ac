"""/calling/ and /calling/new/."""

from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from tests.cast import Cast, step
from tests.sales.calling.queues import callable_client, queue, taken
from tests.web.visitor import is_sign_in, text_of, visitor
from vedu.clients.segments.segment import Segment
from vedu.sales.calling.calling_list import CallingList
from vedu.sales.calling.recording import Said, record
from vedu.sales.touches.task import Task

LISTS, NEW = "/calling/", "/calling/new/"


def kazan(cast: Cast) -> Segment:
    return Segment.define("Kazan", [{"field": "city", "op": "in", "values": ["Kazan"]}], by=cast.sergey)


def test_an_empty_page_teaches(cast: Cast) -> None:
    assert "one client after another" in text_of(visitor(cast.anna).get(LISTS))
    assert NEW not in text_of(visitor(cast.boris).get(LISTS))
    assert is_sign_in(visitor().get(NEW))
    assert visitor(cast.boris).get(NEW).status_code == 403


def test_each_list_says_what_it_brought(cast: Cast, django_assert_max_num_queries: DjangoAssertNumQueries) -> None:
    for number in range(3):
        calls = queue(cast, [callable_client(cast, f"Mill {number}")], team=True)
        record(taken(calls, cast.anna), Said("decision_maker", next_step=step(2, "meeting")), by=cast.anna)
    sergey = visitor(cast.sergey)
    sergey.get(LISTS)
    with django_assert_max_num_queries(6):
        page = text_of(sergey.get(LISTS))
    assert page.count("1 of 1") >= 3
    detail = text_of(sergey.get(reverse("calling:list", args=[calls.pk])))
    for words in ("By caller", "Anna Kotova", "When they answer", "Close the list"):
        assert words in detail


def test_a_segment_is_previewed_and_begun(cast: Cast) -> None:
    callable_client(cast, "Mill", city="Kazan")
    cast.client("No phone").describe(by=cast.anna, city="Kazan")
    anna = visitor(cast.anna)
    said = {"name": "Kazan", "source": f"segment:{kazan(cast).pk}", "most_attempts": "3"}
    page = text_of(anna.post(NEW, said | {"look": ""}))
    for words in ("1 client comes onto the list", "No phone is known", "May be called now", "Begin calling"):
        assert words in page
    assert not CallingList.objects.exists()
    answer = anna.post(NEW, said | {"begin": "1"})
    made = CallingList.objects.get()
    assert answer.headers["Location"] == reverse("calling:list", args=[made.pk])
    assert (made.caller, made.most_attempts, made.total) == (cast.anna, 3, 1)


def test_the_calls_of_my_day(cast: Cast) -> None:
    Task.plan(callable_client(cast), step(-1, "call"), by=cast.anna)
    visitor(cast.anna).post(NEW, {"name": "Today", "source": "day", "most_attempts": "5", "begin": "1"})
    assert CallingList.objects.get().source == "day"


def test_a_head_begins_it_for_his_team(cast: Cast) -> None:
    callable_client(cast, city="Kazan")
    said = {"name": "Kazan", "source": f"segment:{kazan(cast).pk}", "most_attempts": "5", "begin": "1"}
    assert "team:" not in text_of(visitor(cast.anna).get(NEW))
    assert f"team:{cast.north.pk}" in text_of(visitor(cast.sergey).get(NEW))
    visitor(cast.sergey).post(NEW, said | {"callers": f"team:{cast.north.pk}"})
    assert CallingList.objects.get().team == cast.north
    assert visitor(cast.sergey).post(NEW, said | {"callers": f"team:{cast.south.pk}"}).status_code == 422


def test_what_cannot_be_stays_in_the_form(cast: Cast) -> None:
    answer = visitor(cast.anna).post(NEW, {"name": "Kept", "source": "day", "most_attempts": "5", "begin": "1"})
    assert answer.status_code == 422
    assert ("Nobody is left to call" in text_of(answer), 'value="Kept"' in text_of(answer)) == (True, True)


def test_a_closed_list_is_opened_again(cast: Cast) -> None:
    calls, anna = queue(cast, 1), visitor(cast.anna)
    anna.post(reverse("calling:closing", args=[calls.pk]))
    page = text_of(anna.get(reverse("calling:list", args=[calls.pk])))
    assert ("The list is closed." in page, "Call the next one" in page) == (True, False)
    anna.post(reverse("calling:opening", args=[calls.pk]))
    calls.refresh_from_db()
    assert calls.is_open
