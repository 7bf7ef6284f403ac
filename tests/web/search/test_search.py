import pytest
from django.test import Client

from tests.cast import Cast
from vedu.clients.contact import Contact
from vedu.foundation.people.user import User
from vedu.sales.touches.note import write_note

PALETTE = {"HX-Request": "true"}


def search(client: Client, user: User, text: str, **headers: str) -> str:
    User.objects.filter(pk=user.pk).update(language="en")
    client.force_login(user)
    answer = client.get("/search", {"q": text}, headers=headers)
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_stranger_finds_nothing(client: Client, db: None) -> None:
    assert client.get("/search", {"q": "bakery"}).status_code == 302


def test_a_client_is_found_by_part_of_its_name(client: Client, cast: Cast) -> None:
    bakery = cast.client(owner=cast.anna)
    page = search(client, cast.anna, "baker")
    assert f'href="/clients/{bakery.pk}' in page
    assert "Northern <mark>Baker</mark>y" in page
    assert "led by you" in page


def test_a_teammates_client_says_who_leads_it(client: Client, cast: Cast) -> None:
    cast.client(owner=cast.igor)
    assert "led by Igor Belov" in search(client, cast.anna, "bakery")


def test_clients_of_another_team_are_not_found(client: Client, cast: Cast) -> None:
    cast.client(owner=cast.olga)
    assert "Nothing found" in search(client, cast.anna, "bakery")


def test_the_owner_of_the_business_finds_everything(client: Client, cast: Cast) -> None:
    cast.client(owner=cast.olga)
    assert "led by Olga Orlova" in search(client, cast.vera, "bakery")


def test_a_person_leads_to_the_card_of_his_client(client: Client, cast: Cast) -> None:
    bakery = cast.client(owner=cast.anna)
    contact = Contact.add(bakery, name="Olga Ryabinina", by=cast.anna)
    assert f"#contact-{contact.pk}" in search(client, cast.anna, "ryabin")


def test_a_deal_leads_to_its_card(client: Client, cast: Cast) -> None:
    deal = cast.deal(owner=cast.anna)
    page = search(client, cast.anna, "cake")
    assert f"/deals/{deal.pk}" in page
    assert "Northern Bakery" in page


def test_the_palette_gets_options_alone(client: Client, cast: Cast) -> None:
    cast.client(owner=cast.anna)
    part = search(client, cast.anna, "bakery", **PALETTE)
    assert "<!doctype html>" not in part
    assert 'role="option"' in part


def test_nothing_typed_finds_nothing_and_says_what_may_be_typed(client: Client, cast: Cast) -> None:
    assert "by any part of the name" in search(client, cast.anna, "  ")


@pytest.mark.parametrize("headers", [{}, PALETTE])
def test_what_is_typed_cannot_bring_markup(client: Client, cast: Cast, headers: dict[str, str]) -> None:
    assert "<script>alert" not in search(client, cast.anna, "<script>alert(1)</script>", **headers)


def test_the_page_asks_the_database_a_few_times(client: Client, cast: Cast, django_assert_max_num_queries) -> None:
    for number in range(12):
        cast.client(f"Bakery {number}", owner=cast.igor)
    client.force_login(cast.anna)
    with django_assert_max_num_queries(8):
        client.get("/search", {"q": "bakery"})


@pytest.mark.parametrize("headers", [{}, PALETTE])
def test_words_of_a_note_lead_to_its_client(client: Client, cast: Cast, headers: dict[str, str]) -> None:
    bakery = cast.client(owner=cast.anna)
    write_note(bakery, by=cast.anna, text="They asked for samples by Friday")
    page = search(client, cast.anna, "samples", **headers)
    assert "They asked for <mark>samples</mark> by Friday" in page
    assert "Northern Bakery, " in page
    assert "Notes and touches" in page


def test_names_come_before_notes_and_notes_alone_can_be_asked_for(client: Client, cast: Cast) -> None:
    write_note(cast.client("Samples Ltd", owner=cast.anna), by=cast.anna, text="Our samples came late")
    page = search(client, cast.anna, "samples")
    assert page.index("<mark>Samples</mark> Ltd") < page.index("Our <mark>samples</mark>")
    notes = client.get("/search", {"q": "samples", "in": "notes"}).content.decode()
    assert "Our <mark>samples</mark>" in notes
    assert "<mark>Samples</mark> Ltd" not in notes


def test_notes_of_another_teams_client_are_not_found(client: Client, cast: Cast) -> None:
    write_note(cast.client(owner=cast.olga), by=cast.olga, text="A secret of the south")
    assert "Nothing found" in search(client, cast.anna, "secret")
    assert "<mark>secret</mark>" in search(client, cast.vera, "secret")
