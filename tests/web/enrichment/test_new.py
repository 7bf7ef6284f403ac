"""The form of a new client filled by its ИНН: first shown, then taken."""

import pytest

from tests.cast import Cast
from tests.web.visitor import HTMX, is_sign_in, text_of, visitor
from vedu.clients.client import Client
from vedu.foundation.people.user import User

INN, TRADER = "7701526010", "590292440222"
TYPED = {"name": "", "kind": "company", "city": "Самара", "phone": "8 912 640-18-22", "inn": INN, "lead": "on"}


def post(user: User | None, **said: object) -> str:
    response = visitor(user).post("/clients/new/", TYPED | said, headers=HTMX)
    assert response.status_code == 200
    return text_of(response)


def test_what_the_register_says_stands_beside_what_is_typed(cast: Cast) -> None:
    page = post(cast.anna, fill="look")
    assert 'id="take-name" checked' in page
    assert 'id="take-city">' in page
    assert 'value="Самара"' in page
    assert 'value="8 912 640-18-22"' in page
    assert "_error" not in page, "nothing is wrong yet"
    assert not Client.objects.exists()


def test_the_ticked_is_taken_and_the_rest_stays_as_typed(cast: Cast) -> None:
    page = post(cast.anna, fill="take", field=["name", "kpp", "ogrn", "legal_name"])
    assert 'value="ООО «Пекарня Заречье»"' in page
    assert 'value="Самара"' in page
    assert 'name="kpp" value="770101001"' in page
    assert "Taken: Full name, KPP, OGRN" in page


def test_what_was_taken_is_kept_with_the_client(cast: Cast) -> None:
    said = TYPED | {"name": "Zarechye", "kpp": "770101001", "legal_name": "OOO Zarechye", "region": "63"}
    visitor(cast.anna).post("/clients/new/", said, headers=HTMX)
    client = Client.objects.get()
    assert (client.region, client.requisites.kpp, client.requisites.legal_name) == ("63", "770101001", "OOO Zarechye")


def test_a_sole_trader_becomes_one(cast: Cast) -> None:
    page = post(cast.anna, fill="take", inn=TRADER, field=["name"])
    assert '<option value="entrepreneur" selected>' in page


@pytest.mark.parametrize(
    ("inn", "words"),
    [("", "Enter the INN first"), ("7707083893", "Nobody has this INN"), ("7707083890", "check digit")],
)
def test_nothing_found_is_said_and_nothing_is_lost(cast: Cast, inn: str, words: str) -> None:
    for step in ("look", "take"):
        page = post(cast.anna, fill=step, inn=inn, name="As typed", field=["name"])
        assert words in page
        assert 'value="As typed"' in page


def test_the_first_button_of_the_form_adds(cast: Cast) -> None:
    """Enter presses it."""
    page = text_of(visitor(cast.anna).get("/clients/new/"))
    form = page[page.index("csrfmiddlewaretoken") :]
    assert form.index("<button hidden>") < form.index('name="fill"')


def test_without_scripts_it_is_a_page(cast: Cast) -> None:
    page = text_of(visitor(cast.anna).post("/clients/new/", TYPED | {"fill": "look"}))
    assert "<!doctype html>" in page
    assert "Take what is ticked" in page


def test_the_accountant_and_strangers_may_not(cast: Cast) -> None:
    said = TYPED | {"fill": "look"}
    assert visitor(cast.boris).post("/clients/new/", said).status_code == 403
    assert is_sign_in(visitor().post("/clients/new/", said))
