"""/reassignments/: choose, look, carry out, take back."""

import pytest
from pytest_django import DjangoAssertNumQueries

from tests.cast import Cast
from tests.web.visitor import HTMX, is_sign_in, text_of, visitor
from vedu.clients.client import Client
from vedu.clients.reassignment.jobs import work_on
from vedu.clients.reassignment.reassignment import Reassignment

NEW = "/reassignments/new/"


def said(cast: Cast, **changes: object) -> dict[str, object]:
    return {"person": cast.anna.pk, "method": "one", "people": [cast.igor.pk], "why": "She leaves", **changes}


def ordered(cast: Cast) -> Reassignment:
    visitor(cast.sergey).post(NEW, said(cast))
    return Reassignment.objects.get()


def test_the_preview_says_who_gets_what_and_writes_nothing(cast: Cast) -> None:
    cast.deal()
    cast.client("Quiet", owner=cast.anna)
    page = text_of(visitor(cast.sergey).get(NEW, said(cast)))
    assert "2 clients, 1 open deal" in page
    assert "Pass 2 clients" in page
    assert "480" in page
    assert not Reassignment.objects.exists()


def test_the_preview_says_what_stays_and_why(cast: Cast) -> None:
    client = cast.client("Already his", owner=cast.igor)
    page = text_of(visitor(cast.sergey).get(NEW, said(cast, person="", client=str(client.pk))))
    assert "No client can pass" in page
    assert "Igor Belov already leads this client." in page


def test_it_is_carried_out_with_progress_and_taken_back(cast: Cast) -> None:
    client, head = cast.client(owner=cast.anna), visitor(cast.sergey)
    response = head.post(NEW, said(cast))
    one = Reassignment.objects.get()
    assert response.headers["Location"] == f"/reassignments/{one.pk}/"
    assert "every 1s" in text_of(head.get(f"/reassignments/{one.pk}/", headers=HTMX))
    work_on.func(one.pk)
    page = text_of(head.get(f"/reassignments/{one.pk}/"))
    assert "Passed: 1 client." in page
    assert "Take it back" in page
    assert head.post(f"/reassignments/{one.pk}/undoing").status_code == 302
    work_on.func(one.pk)
    assert "Went back: 1 client." in text_of(head.get(f"/reassignments/{one.pk}/"))
    assert Client.objects.get(pk=client.pk).owner == cast.anna


def test_the_reason_is_asked_at_its_field(cast: Cast) -> None:
    cast.client(owner=cast.anna)
    response = visitor(cast.sergey).post(NEW, said(cast, why=""))
    assert response.status_code == 422
    assert "Say why the clients change hands" in text_of(response)
    assert "Pass 1 client" in text_of(response)


def test_nothing_chosen_is_told(cast: Cast) -> None:
    page = text_of(visitor(cast.sergey).get(NEW, said(cast, person="")))
    assert "Choose a colleague, a segment or some clients." in page


def test_a_head_chooses_among_his_people(cast: Cast) -> None:
    assert visitor(cast.sergey).get(NEW, said(cast, person=cast.olga.pk)).status_code == 422


def test_the_list_shows_what_was_passed(cast: Cast) -> None:
    cast.client(owner=cast.anna)
    assert "Nothing yet" in text_of(visitor(cast.sergey).get("/reassignments/"))
    ordered(cast)
    assert "Clients of Anna Kotova" in text_of(visitor(cast.sergey).get("/reassignments/"))


def test_the_team_page_leads_here_from_one_who_has_left(cast: Cast) -> None:
    cast.client(owner=cast.anna)
    way = f"/reassignments/new/?person={cast.anna.pk}"
    response = visitor(cast.sergey).post(f"/team/people/{cast.anna.pk}/departure")
    assert response.headers["Location"] == way
    assert way in text_of(visitor(cast.sergey).get("/team/"))
    page = text_of(visitor(cast.sergey).get(way))
    assert f'<option value="{cast.anna.pk}" selected' in page


def test_without_clients_a_departure_leads_back_to_the_team(cast: Cast) -> None:
    dismissed = visitor(cast.sergey).post(f"/team/people/{cast.igor.pk}/departure")
    assert dismissed.headers["Location"] == "/team/"


@pytest.mark.parametrize("who", ["anna", "igor", "olga", "boris"])
def test_it_is_for_heads(cast: Cast, who: str) -> None:
    cast.client(owner=cast.anna)
    one = ordered(cast)
    browser = visitor(getattr(cast, who))
    for path in ("", "new/", f"{one.pk}/"):
        assert browser.get(f"/reassignments/{path}").status_code == 403
    assert browser.post(NEW, said(cast)).status_code == 403
    assert browser.post(f"/reassignments/{one.pk}/undoing").status_code == 403


def test_a_stranger_signs_in_first(db: None) -> None:
    assert is_sign_in(visitor().get(NEW))


def test_a_head_does_not_find_that_of_another(cast: Cast) -> None:
    cast.client(owner=cast.anna)
    visitor(cast.adam).post(NEW, said(cast))
    one = Reassignment.objects.get()
    assert visitor(cast.sergey).get(f"/reassignments/{one.pk}/").status_code == 404


def test_a_preview_costs_few_queries(cast: Cast, django_assert_max_num_queries: DjangoAssertNumQueries) -> None:
    for number in range(10):
        cast.client(f"Client {number}", owner=cast.anna)
    browser = visitor(cast.sergey)
    with django_assert_max_num_queries(22):
        browser.get(NEW, said(cast))
    with django_assert_max_num_queries(6):
        browser.get("/reassignments/")
