"""/segments/, /segments/new/, /segments/<id>/ and its removal."""

import pytest
from pytest_django import DjangoAssertNumQueries

from tests.cast import Cast
from tests.web.visitor import HTMX, is_sign_in, text_of, visitor
from vedu.clients.client import Client
from vedu.clients.hold_rule import Hold, HoldRule
from vedu.clients.segments.segment import Segment

KIROV = {"name": "In Kirov", "rows": "1", "field-0": "city", "op-0": "in", "values-0": ["Kirov"]}


@pytest.fixture
def kirov(cast: Cast) -> Segment:
    conditions = [{"field": "city", "op": "in", "values": ["Kirov"]}]
    return Segment.define("In Kirov", conditions, by=cast.sergey, is_icp=True)


@pytest.fixture
def base(cast: Cast) -> None:
    """One led by Anna, one by Olga, two free, all in Kirov."""
    for name, owner in (("One", cast.anna), ("Two", cast.olga), ("Three", None), ("Four", None)):
        client = cast.client(name, owner=owner)
        Client.objects.filter(pk=client.pk).update(city="Kirov")


@pytest.mark.parametrize("address", ["/segments/", "/segments/new/", "/segments/1/"])
def test_strangers_sign_in_and_sellers_stay_out(cast: Cast, kirov: Segment, address: str) -> None:
    address = address.replace("1", str(kirov.pk))
    assert is_sign_in(visitor().get(address))
    for user in (cast.anna, cast.igor, cast.olga, cast.boris):
        assert visitor(user).get(address).status_code == 403
    for user in (cast.sergey, cast.vera, cast.adam):
        assert visitor(user).get(address).status_code == 200


@pytest.mark.usefixtures("base")
def test_each_has_its_counts_that_open_the_lists(cast: Cast, kirov: Segment) -> None:
    page = text_of(visitor(cast.sergey).get("/segments/"))
    assert f'href="/clients/?scope=team&amp;segment={kirov.pk}">1<' in page
    assert f'href="/clients/?scope=free&amp;segment={kirov.pk}">2<' in page
    assert "City: Kirov" in page
    assert "target audience" in page
    assert f'href="/clients/?scope=team&amp;segment={kirov.pk}">2<' in text_of(visitor(cast.vera).get("/segments/"))


def test_an_empty_page_teaches(cast: Cast) -> None:
    assert "No segments yet" in text_of(visitor(cast.sergey).get("/segments/"))


def test_a_head_names_one(cast: Cast) -> None:
    response = visitor(cast.sergey).post("/segments/new/", KIROV | {"about": "Near us", "is_icp": "on"})
    assert response.headers["Location"] == "/segments/"
    segment = Segment.objects.get()
    assert (segment.name, segment.about, segment.is_icp) == ("In Kirov", "Near us", True)


def test_what_was_typed_survives_a_mistake(cast: Cast, kirov: Segment) -> None:
    browser = visitor(cast.sergey)
    taken = browser.post("/segments/new/", KIROV)
    assert taken.status_code == 422
    assert "There is a segment “In Kirov” already." in text_of(taken)
    said = {"name": "Buyers", "rows": "1", "field-0": "purchases", "op-0": "at_least", "values-0": "many"}
    wrong = text_of(browser.post("/segments/new/", said))
    assert "takes a whole number" in wrong
    assert 'value="many"' in wrong
    assert 'value="Buyers"' in wrong


@pytest.mark.usefixtures("base")
def test_scripts_get_the_rows_and_the_count(cast: Cast) -> None:
    browser = visitor(cast.sergey)
    part = text_of(browser.post("/segments/new/", KIROV, headers=HTMX))
    assert part.lstrip().startswith('<fieldset id="conditions"')
    assert "Clients now: 3" in part
    part = text_of(browser.post("/segments/new/", KIROV | {"do": "add"}, headers=HTMX))
    assert 'name="field-1"' in part
    assert not Segment.objects.exists()


def test_without_scripts_a_button_shows_the_comparisons(cast: Cast) -> None:
    page = text_of(visitor(cast.sergey).post("/segments/new/", {"rows": "1", "field-0": "bought", "do": "show"}))
    assert "<h1>A new segment</h1>" in page
    assert 'name="op-0"' in page
    assert not Segment.objects.exists()


def test_it_is_changed(cast: Cast, kirov: Segment) -> None:
    browser = visitor(cast.vera)
    assert 'value="In Kirov"' in text_of(browser.get(f"/segments/{kirov.pk}/"))
    browser.post(f"/segments/{kirov.pk}/", KIROV | {"name": "Near"})
    kirov.refresh_from_db()
    assert (kirov.name, kirov.is_icp) == ("Near", False)


def test_its_removal_says_which_rules_go_too(cast: Cast, kirov: Segment) -> None:
    browser = visitor(cast.sergey)
    assert "No rule speaks of it." in text_of(browser.get(f"/segments/{kirov.pk}/"))
    HoldRule.decide([Hold(kirov, None), Hold(None, 30)], by=cast.vera)
    assert "A rule of holding speaks of it and goes with it: 1." in text_of(browser.get(f"/segments/{kirov.pk}/"))
    assert browser.post(f"/segments/{kirov.pk}/removal").headers["Location"] == "/segments/"
    assert list(HoldRule.objects.values_list("segment", "days")) == [(None, 30)]


@pytest.mark.parametrize("who", ["anna", "igor", "olga", "boris"])
def test_those_who_lead_nobody_change_nothing(cast: Cast, kirov: Segment, who: str) -> None:
    browser = visitor(getattr(cast, who))
    assert browser.post("/segments/new/", KIROV | {"name": "Other"}).status_code == 403
    assert browser.post(f"/segments/{kirov.pk}/", KIROV).status_code == 403
    assert browser.post(f"/segments/{kirov.pk}/removal").status_code == 403
    assert Segment.objects.get() == kirov


def test_a_stranger_changes_nothing(cast: Cast, kirov: Segment) -> None:
    for address in ("/segments/new/", f"/segments/{kirov.pk}/", f"/segments/{kirov.pk}/removal"):
        assert is_sign_in(visitor().post(address, KIROV))


@pytest.mark.usefixtures("base")
def test_the_pages_cost_few_queries(cast: Cast, django_assert_max_num_queries: DjangoAssertNumQueries) -> None:
    for city in ("Kirov", "Perm", "Ufa", "Omsk", "Tver"):
        Segment.define(f"In {city}", [{"field": "city", "op": "in", "values": [city]}], by=cast.sergey)
    browser = visitor(cast.sergey)
    with django_assert_max_num_queries(7):
        browser.get("/segments/")
    with django_assert_max_num_queries(8):
        browser.get(f"/segments/{Segment.objects.first().pk}/")  # type: ignore[union-attr]
