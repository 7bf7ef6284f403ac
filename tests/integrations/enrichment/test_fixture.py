import pytest

from vedu.foundation.values.requisites import check_inn, check_kpp, check_ogrn, check_ogrnip
from vedu.integrations.enrichment.fixture import Fixture
from vedu.integrations.enrichment.fixture_parties import ROWS, Row
from vedu.integrations.enrichment.party import PartyStatus


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.inn}-{row.kpp}")
def test_every_company_of_the_fixture_has_right_numbers_and_is_found(row: Row) -> None:
    check_inn(row.inn)
    (check_ogrn if len(row.inn) == 10 else check_ogrnip)(row.ogrn)
    if row.kpp:
        check_kpp(row.kpp)
    party = Fixture().find(row.inn, row.kpp)
    assert party is not None
    assert (party.name, party.kpp, party.city, party.region) == (row.short, row.kpp, row.city, row.region)


def test_without_a_kpp_the_head_office_is_meant() -> None:
    party = Fixture().find("7701526010")
    assert party is not None
    assert party.city == "Москва"


def test_others_are_not_known() -> None:
    assert Fixture().find("7707083893") is None
    assert Fixture().find("7701526010", "999901001") is None


def test_every_status_is_there() -> None:
    assert {row.status for row in ROWS} == set(PartyStatus.values)
