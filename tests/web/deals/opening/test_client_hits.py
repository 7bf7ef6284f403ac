from tests.cast import Cast
from vedu.web.deals.opening.client_hits import MOST, client_hits, hit_of


def test_a_client_is_found_by_a_part_of_its_name(cast: Cast) -> None:
    client = cast.client("Northern Bakery", owner=cast.anna)
    assert [hit.pk for hit in client_hits("bakery", cast.anna)] == [client.pk]


def test_and_by_a_person_of_it(cast: Cast) -> None:
    client = cast.client("Northern Bakery", owner=cast.anna)
    cast.contact(client, "Olga Ryabinina")
    assert [hit.pk for hit in client_hits("ryabinina", cast.anna)] == [client.pk]


def test_each_is_shown_once_and_few_of_them(cast: Cast) -> None:
    for number in range(MOST + 4):
        client = cast.client(f"Bakery {number}", owner=cast.anna)
        cast.contact(client, "Bakery manager")
    hits = client_hits("bakery", cast.anna)
    assert len(hits) == len({hit.pk for hit in hits}) <= MOST


def test_the_city_stands_beside_whose_it_is(cast: Cast) -> None:
    client = cast.client(owner=cast.igor)
    client.describe(by=cast.igor, city="Perm")
    assert hit_of(client, cast.igor).note == "Perm, ваш"
    assert hit_of(client, cast.anna).note == "Perm, ведёт Igor Belov"


def test_a_letter_is_too_little(cast: Cast) -> None:
    cast.client("Northern Bakery")
    assert client_hits("n", cast.anna) == []
    assert client_hits("  ", cast.anna) == []
