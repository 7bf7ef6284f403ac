from copy import deepcopy
from datetime import date
from typing import Any

import pytest

from tests.integrations.enrichment.dadata_server import SBERBANK
from vedu.integrations.enrichment.dadata_shape import party_in
from vedu.integrations.enrichment.party import PartyFacts, PartyStatus
from vedu.integrations.enrichment.provider import Unanswered


def read(**changes: Any) -> PartyFacts:
    suggestion: dict[str, Any] = deepcopy(SBERBANK)
    suggestion["data"] |= changes
    party = party_in({"suggestions": [suggestion]})
    assert party is not None
    return party


def test_everything_that_vedu_needs_is_read() -> None:
    assert read() == PartyFacts(
        inn="7707083893",
        kpp="773601001",
        ogrn="1027700132195",
        kind="company",
        name="ПАО СБЕРБАНК",
        legal_name="ПУБЛИЧНОЕ АКЦИОНЕРНОЕ ОБЩЕСТВО «СБЕРБАНК»",
        head_name="Греф Герман Оскарович",
        head_post="ПРЕЗИДЕНТ",
        okved="64.19",
        address="117312, г Москва, ул Вавилова, д 19",
        city="Москва",
        region="77",
        status="ACTIVE",
        status_on=date(2019, 1, 1),
    )


def test_a_sole_trader_has_no_kpp_and_no_management() -> None:
    party = read(type="INDIVIDUAL", kpp=None, management=None)
    assert (party.kind, party.kpp, party.head_name) == ("entrepreneur", "", "")


def test_what_is_not_known_stays_empty() -> None:
    bare = party_in({"suggestions": [{"value": "ООО", "data": {"inn": "7707083893"}}]})
    assert bare is not None
    assert (bare.name, bare.address, bare.city, bare.status, bare.status_on) == ("ООО", "", "", "ACTIVE", None)


def test_the_day_of_the_end_goes_before_that_of_the_extract() -> None:
    state = {"status": "LIQUIDATED", "actuality_date": 1546300800000, "liquidation_date": 1514764800000}
    party = read(state=state)
    assert (party.status, party.status_on) == ("LIQUIDATED", date(2018, 1, 1))


@pytest.mark.parametrize("status", [one for one in PartyStatus if one != PartyStatus.ACTIVE])
def test_every_bad_status_is_a_warning_in_words(status: str) -> None:
    assert read(state={"status": status}).warning.endswith(".")


def test_a_working_company_and_an_unknown_word_warn_of_nothing() -> None:
    assert read().warning == ""
    assert read(state={"status": "SLEEPING"}).warning == ""


def test_a_settlement_stands_for_a_city_and_the_kpp_for_a_region() -> None:
    party = read(address={"value": "п Лесной", "data": {"settlement": "Лесной"}}, kpp="631501001")
    assert (party.city, party.region, party.address) == ("Лесной", "63", "п Лесной")


@pytest.mark.parametrize(
    "answer", [None, 7, [], {}, {"suggestions": None}, {"suggestions": [{}]}, {"suggestions": [{"data": "no"}]}]
)
def test_another_shape_is_not_guessed_at(answer: object) -> None:
    with pytest.raises(Unanswered):
        party_in(answer)


def test_what_is_kept_is_read_back() -> None:
    assert PartyFacts.kept(read().as_json()) == read()
