"""GET /clients/."""

import pytest
from django.test import Client as Browser
from pytest_django import DjangoAssertNumQueries

from tests.cast import Cast
from tests.web.visitor import HTMX, is_sign_in, text_of, visitor
from vedu.clients.client import Client
from vedu.clients.contact_point import ContactPoint
from vedu.clients.segments.segment import Segment
from vedu.foundation.people.user import User


def listed(user: User, address: str = "") -> str:
    response = visitor(user).get(f"/clients/{address}")
    assert response.status_code == 200
    return text_of(response)


def test_a_stranger_signs_in_first(db: None) -> None:
    assert is_sign_in(visitor().get("/clients/"))


def test_the_owner_sees_his_clients_with_a_link_to_each(cast: Cast) -> None:
    client = cast.client(owner=cast.anna)
    assert f'href="/clients/{client.pk}/"' in listed(cast.anna)


def test_a_teammate_finds_them_under_the_team(cast: Cast) -> None:
    cast.client(owner=cast.anna)
    assert "Northern Bakery" not in listed(cast.igor)
    assert "Northern Bakery" in listed(cast.igor, "?scope=team")


def test_an_outsider_does_not_see_them_anywhere(cast: Cast) -> None:
    cast.client(owner=cast.anna)
    for scope in ("mine", "team", "free"):
        assert "Northern Bakery" not in listed(cast.olga, f"?scope={scope}")


def test_free_clients_are_everyones_and_may_be_claimed_at_once(cast: Cast) -> None:
    client = cast.client()
    assert f'hx-post="/clients/{client.pk}/ownership"' in listed(cast.olga, "?scope=free")


def test_the_accountant_looks_without_buttons(cast: Cast) -> None:
    cast.client()
    page = listed(cast.boris, "?scope=free")
    assert "Northern Bakery" in page
    assert "/ownership" not in page
    assert 'name="client"' not in page


def test_only_those_who_lead_people_may_hand_many_over(cast: Cast) -> None:
    cast.client(owner=cast.anna)
    assert "/clients/batches/assignment" in listed(cast.sergey)
    assert "/clients/batches/assignment" not in listed(cast.anna)
    assert "/clients/batches/claims" in listed(cast.anna)


def test_a_state_narrows_the_list(cast: Cast) -> None:
    cast.client("Held oak", owner=cast.anna)
    cast.deal(client=cast.client("Led ash"))
    page = listed(cast.anna, "?state=held")
    assert "Held oak" in page
    assert "Led ash" not in page


@pytest.mark.every_case
@pytest.mark.parametrize("words", ["NORTH", "bakery", "9126401822", "640-18"])
def test_words_find_by_a_part_of_the_name_or_of_the_phone(cast: Cast, words: str) -> None:
    client = cast.client(owner=cast.anna)
    ContactPoint.add(client, kind="phone", value="+7 912 640-18-22", by=cast.anna)
    cast.client("Southern Mill", owner=cast.anna)
    page = listed(cast.anna, f"?q={words}")
    assert "Northern Bakery" in page
    assert "Southern Mill" not in page


def test_words_find_a_client_by_its_people(cast: Cast) -> None:
    cast.contact(cast.client(owner=cast.anna), "Rita Skvortsova")
    assert "Northern Bakery" in listed(cast.anna, "?q=skvorts")


def test_nothing_found_offers_the_whole_list(cast: Cast) -> None:
    cast.client(owner=cast.anna)
    page = listed(cast.anna, "?q=zzzz")
    assert "Nothing found" in page
    assert 'href="/clients/?scope=mine"' in page


def test_an_empty_list_says_what_to_do(cast: Cast) -> None:
    assert "You lead nobody yet" in listed(cast.anna)
    assert "No free clients" in listed(cast.anna, "?scope=free")
    assert "The base is empty" in listed(cast.sergey)


def test_scripts_get_the_part_and_further_pages_the_rows(cast: Cast) -> None:
    for number in range(52):
        cast.client(f"Client {number:02}", owner=cast.anna)
    browser = visitor(cast.anna)
    part = text_of(browser.get("/clients/", headers=HTMX))
    assert part.lstrip().startswith('<div id="list"')
    assert "Client 49" in part
    assert "Client 50" not in part
    mark = part.split("after=")[1].split('"')[0]
    rows = text_of(browser.get(f"/clients/?scope=mine&after={mark}", headers=HTMX))
    assert rows.lstrip().startswith("<tr")
    assert "Client 51" in rows


def test_a_page_of_many_clients_costs_few_queries(
    cast: Cast, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(30):
        cast.deal(client=cast.client(f"Client {number}"), owner=cast.igor if number % 2 else cast.anna)
    browser: Browser = visitor(cast.sergey)
    with django_assert_max_num_queries(6):
        browser.get("/clients/")
    with django_assert_max_num_queries(9):
        browser.get("/clients/?q=client&sort=touch&state=led")


def test_clients_in_every_state_are_somewhere(cast: Cast) -> None:
    cast.client("Free")
    cast.client("Held", owner=cast.anna)
    cast.deal(client=cast.client("Led"))
    shown = listed(cast.vera) + listed(cast.vera, "?scope=free")
    assert all(client.name in shown for client in Client.objects.all())


def test_those_who_leave_soon_have_a_filter_of_their_own(cast: Cast) -> None:
    for name, days in (("Leaving oak", 5), ("Staying ash", 60)):
        client = cast.client(name, owner=cast.anna)
        Client.objects.filter(pk=client.pk).update(hold_days=days, hold_until=client.owner_since)
    page = listed(cast.anna, "?state=soon&sort=hold")
    assert "Leaving oak" in page
    assert "to the base in 5 days" in page
    assert "Staying ash" not in page


def test_a_segment_narrows_the_list(cast: Cast) -> None:
    oak, ash = (cast.client(name, owner=cast.anna) for name in ("Kirov oak", "Perm ash"))
    Client.objects.filter(pk=oak.pk).update(city="Kirov")
    kirov = Segment.define("In Kirov", [{"field": "city", "op": "in", "values": ["Kirov"]}], by=cast.sergey)
    page = listed(cast.anna, f"?segment={kirov.pk}")
    assert f'<option value="{kirov.pk}" selected>In Kirov' in page
    assert oak.name in page
    assert ash.name not in page
