from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from django.utils import translation

from vedu.integrations.enrichment.comparing import compared_with
from vedu.integrations.enrichment.fixture import Fixture
from vedu.integrations.enrichment.lookup import Lookup
from vedu.integrations.enrichment.party import PartyFacts
from vedu.integrations.enrichment.trouble import trouble_of
from vedu.web.enrichment.found import Found, found_of

TOLD_AT = datetime(2026, 11, 20, 9, tzinfo=UTC)


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    with translation.override("en"):
        yield


def party(inn: str) -> PartyFacts:
    found = Fixture().find(inn)
    assert found is not None
    return found


def shown(facts: PartyFacts, **stands: str) -> Found:
    return found_of(Lookup(facts.inn, facts, at=TOLD_AT), compared_with(facts, stands))


def test_a_gap_is_ticked_what_differs_is_not_and_the_same_has_no_tick() -> None:
    rows = {row.field: row for row in shown(party("7701526010"), name="", city="Самара", kpp="770101001").rows}
    assert (rows["name"].is_ticked, rows["name"].is_same) == (True, False)
    assert (rows["city"].is_ticked, rows["city"].stands, rows["city"].found) == (False, "Самара", "Москва")
    assert rows["kpp"].is_same


def test_another_spelling_is_the_same() -> None:
    rows = shown(party("7701526010"), name='ооо "пекарня заречье"').rows
    assert rows[0].is_same


def test_a_field_without_a_place_is_not_shown() -> None:
    assert [row.field for row in shown(party("745326846508"), name="", kpp="").rows] == ["name"]


def test_it_says_who_heads_the_company_and_of_which_day_the_word_is() -> None:
    found = shown(party("7701526010"))
    assert (found.head, found.told) == ("Ветрова Мария Олеговна, генеральный директор", "20\u00a0November 2026")
    assert (found.warning, found.since, found.trouble) == ("", "", "")


def test_a_bad_status_has_its_day() -> None:
    found = shown(party("2310186253"))
    assert found.warning.startswith("Bankruptcy")
    assert found.since == "since 3\u00a0June 2026"


def test_a_trouble_is_a_sentence_without_rows() -> None:
    found = found_of(Lookup("7701526010", trouble=trouble_of("no-answer")), ())
    assert found == Found([], trouble_of("no-answer").sentence, "", "", "", "")
