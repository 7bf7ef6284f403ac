"""/clients/<id>/brief: what is found out before the first call."""

import pytest
from pytest_django import DjangoAssertNumQueries

from tests.cast import Cast
from tests.web.visitor import HTMX, is_sign_in, text_of, visitor
from vedu.clients.client import Client
from vedu.clients.preparation.brief import Brief
from vedu.clients.preparation.brief_rule import BriefRule
from vedu.foundation.people.user import User


def page(user: User, client: Client) -> str:
    response = visitor(user).get(f"/clients/{client.pk}/brief")
    assert response.status_code == 200
    return text_of(response)


def post(user: User | None, client: Client, **said: str) -> int:
    return visitor(user).post(f"/clients/{client.pk}/brief", said).status_code


def test_every_part_has_its_questions(cast: Cast) -> None:
    BriefRule.decide({}, ready_percent=60, industry="wholesale", by=cast.vera)
    found = page(cast.anna, cast.client(owner=cast.anna))
    assert "What does it buy regularly, in what volumes, from whom?" in found
    assert found.count("<textarea") == 7


def test_what_is_typed_is_kept_and_the_card_shows_it(cast: Cast) -> None:
    client = cast.deal().client
    response = visitor(cast.anna).post(
        f"/clients/{client.pk}/brief", {"hook": "A fair in May", "links": "https://bakery.example\njavascript:alert(1)"}
    )
    assert response.headers["Location"] == f"/clients/{client.pk}/"
    card = text_of(visitor(cast.anna).get(f"/clients/{client.pk}/"))
    assert "A fair in May" in card
    assert "1 of 6" in card
    assert "Missing: the problem, our help" in " ".join(card.split())
    assert 'href="https://bakery.example" rel="noopener noreferrer"' in card
    assert 'href="javascript' not in card


def test_the_parts_that_were_not_sent_stay(cast: Cast) -> None:
    client = cast.client(owner=cast.anna)
    Brief.write(client, by=cast.anna, problem="Returns")
    post(cast.anna, client, hook="A fair")
    assert client.briefs.first().problem == "Returns"


def test_a_part_that_does_not_count_is_not_asked_about_but_keeps_its_words(cast: Cast) -> None:
    BriefRule.decide({"audit": 0, "rivals": 0}, ready_percent=60, by=cast.vera)
    client = cast.client(owner=cast.anna)
    Brief.write(client, by=cast.anna, rivals="Two bakeries")
    found = page(cast.anna, client)
    assert 'name="audit"' not in found
    assert 'name="rivals"' in found
    assert "0 of 4" in found


def test_a_text_without_end_keeps_the_form(cast: Cast) -> None:
    client = cast.client(owner=cast.anna)
    response = visitor(cast.anna).post(f"/clients/{client.pk}/brief", {"hook": "x" * 4001, "audit": "No prices"})
    assert response.status_code == 422
    assert 'id="id_hook_error"' in text_of(response)
    assert "No prices" in text_of(response)
    assert not Brief.objects.exists()


def test_what_was_written_before_stands_beside(cast: Cast) -> None:
    client = cast.client()
    Brief.write(client, by=cast.anna, hook="A fair in May")
    Brief.write(client, by=cast.igor, hook="The fair is over")
    found = page(cast.anna, client)
    assert "Igor Belov" in found
    assert "Anna Kotova" in found
    assert "A fair in May" in found


def test_a_teammate_reads_and_does_not_write(cast: Cast) -> None:
    client = cast.deal().client
    Brief.write(client, by=cast.anna, hook="A fair in May")
    found = page(cast.igor, client)
    assert "A fair in May" in found
    assert "<textarea" not in found
    assert post(cast.igor, client, hook="Mine") == 409
    assert post(cast.sergey, client, hook="Mine") == 409
    assert post(cast.boris, client, hook="Mine") == 403
    assert Brief.objects.count() == 1


def test_an_outsider_sees_nothing(cast: Cast) -> None:
    client = cast.deal().client
    assert visitor(cast.olga).get(f"/clients/{client.pk}/brief").status_code == 403
    assert post(cast.olga, client, hook="Mine") == 403


def test_a_stranger_signs_in_first(cast: Cast) -> None:
    assert is_sign_in(visitor().get(f"/clients/{cast.client().pk}/brief"))


def test_a_client_that_is_not_there(cast: Cast) -> None:
    assert visitor(cast.anna).get("/clients/1000000/brief").status_code == 404


def test_what_people_typed_is_escaped(cast: Cast) -> None:
    client = cast.client(owner=cast.anna)
    Brief.write(client, by=cast.anna, hook="<b>Fair</b>", links="<i>x</i>")
    assert "<b>Fair" not in page(cast.anna, client)
    assert "<i>x" not in text_of(visitor(cast.anna).get(f"/clients/{client.pk}/"))


@pytest.mark.parametrize("versions", [1, 15])
def test_the_page_costs_the_same_with_many_versions(
    cast: Cast, versions: int, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    client = cast.client(owner=cast.anna)
    for number in range(versions):
        Brief.write(client, by=cast.anna, hook=f"Version {number}")
    browser = visitor(cast.anna)
    with django_assert_max_num_queries(6):
        browser.get(f"/clients/{client.pk}/brief")


def test_a_deal_shows_the_brief_before_the_first_talk_and_leads_to_it(cast: Cast) -> None:
    deal = cast.deal()
    url = f"/clients/{deal.client_id}/brief"
    empty = text_of(visitor(cast.anna).get(f"/deals/{deal.pk}/"))
    assert "Begin with the brief of the client" in empty
    Brief.write(deal.client, by=cast.anna, hook="A fair in May", problem="Returns", offer="Trays")
    found = text_of(visitor(cast.anna).get(f"/deals/{deal.pk}/"))
    assert "A fair in May" in found
    assert "The brief: 3 of 6" in found
    assert f'href="{url}"' in found


def test_after_the_talk_it_is_folded_and_read_when_opened(cast: Cast) -> None:
    deal = cast.deal()
    Brief.write(deal.client, by=cast.anna, hook="A fair in May")
    deal.log_touch(by=cast.anna, channel="call")
    found = text_of(visitor(cast.anna).get(f"/deals/{deal.pk}/"))
    assert "A fair in May" not in found
    assert f'hx-get="/clients/{deal.client_id}/brief"' in found
    part = text_of(visitor(cast.anna).get(f"/clients/{deal.client_id}/brief", headers=HTMX))
    assert "A fair in May" in part
    assert "<html" not in part
