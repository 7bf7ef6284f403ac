"""Which client a row means: by exact keys, the surest first."""

import pytest

from vedu.clients.imports.draft import ClientDraft, PointDraft
from vedu.clients.imports.lookup import Known
from vedu.clients.imports.matching import Matcher
from vedu.clients.imports.place import Place

PHONE, EMAIL = ("phone", "+79126401822"), ("email", "info@volga.example")


def place(one: int, name: str = "Волга", **requisites: str) -> Place:
    return Place(name=name, kind="company", id=one, requisites=requisites)


def draft(
    name: str = "Волга", keys: tuple[str, ...] = (), points: tuple[tuple[str, str], ...] = (), **said: object
) -> ClientDraft:
    return ClientDraft(
        name=name,
        kind="company",
        keys=list(keys),
        points=[PointDraft(kind, value, value) for kind, value in points],
        **said,
    )  # type: ignore[arg-type]


@pytest.fixture
def matcher() -> Matcher:
    """Clients 1 to 5, each known by one key."""
    known = Known(
        client_of={"company:17": 1, "contact:4": 6},
        inn={"7707083893": [(2, "770701001"), (7, "165501001")], "500100732259": [(8, "")]},
        point={PHONE: 3, EMAIL: 4},
        name={"кама": 5},
    )
    places = {one: place(one) for one in (1, 3, 4, 5)}
    places[2] = place(2, inn="7707083893", kpp="770701001")
    places[7] = place(7, inn="7707083893", kpp="165501001")
    places[8] = place(8, inn="500100732259")
    return Matcher(known, places)


def found(matcher: Matcher, one: ClientDraft) -> int | None:
    place = matcher.find(one)
    return place.id if place else None


def test_a_number_comes_before_everything(matcher: Matcher) -> None:
    assert found(matcher, draft(keys=("company:17",), points=(PHONE,), requisites={"inn": "7707083893"})) == 1


def test_inn_comes_before_phone_and_phone_before_email(matcher: Matcher) -> None:
    assert found(matcher, draft(points=(PHONE,), requisites={"inn": "500100732259"})) == 8
    assert found(matcher, draft(points=(PHONE, EMAIL))) == 3
    assert found(matcher, draft(points=(EMAIL,))) == 4


def test_kpp_tells_branches_apart(matcher: Matcher) -> None:
    def by(kpp: str) -> int | None:
        return found(matcher, draft(requisites={"inn": "7707083893", "kpp": kpp}))

    assert (by("770701001"), by("165501001"), by("999901001")) == (2, 7, None)
    assert by("") == 2


def test_a_kpp_on_one_side_only_is_no_obstacle(matcher: Matcher) -> None:
    assert found(matcher, draft(requisites={"inn": "500100732259", "kpp": "770701001"})) == 8


def test_a_name_counts_only_where_names_are_keys(matcher: Matcher) -> None:
    assert found(matcher, draft("«Кама»")) is None
    assert found(matcher, draft("«Кама»", by_name=True)) == 5


def test_another_inn_is_another_company_in_spite_of_the_phone() -> None:
    known = Known(point={PHONE: 1})
    matcher = Matcher(known, {1: place(1, inn="7707083893")})

    assert matcher.find(draft(points=(PHONE,), requisites={"inn": "500100732259"})) is None
    assert matcher.find(draft(points=(PHONE,))) is not None


def test_keys_of_clients_that_are_gone_mean_nobody(matcher: Matcher) -> None:
    assert found(matcher, draft(keys=("contact:4",))) is None


def test_what_the_batch_has_made_is_found_by_the_next_row(matcher: Matcher) -> None:
    new, one = place(0, "Ока"), draft("Ока", keys=("company:99",), points=(("phone", "+79130000001"),))

    matcher.learn(one, new)

    assert matcher.find(draft(keys=("company:99",))) is new
    assert matcher.find(draft(points=(("phone", "+79130000001"),))) is new


def test_a_web_site_is_no_key(matcher: Matcher) -> None:
    site = ("site", "volga.example")
    matcher.learn(draft(points=(site,)), place(9))

    assert matcher.find(draft(points=(site,))) is None
