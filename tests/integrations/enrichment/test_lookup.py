from datetime import timedelta

import pytest
from django.utils import timezone
from pytest_django import Settings

from tests.integrations.enrichment.dadata_server import SILENT, DaDataServer
from vedu.integrations.enrichment.lookup import Lookup, look_up
from vedu.integrations.enrichment.party_answer import PartyAnswer
from vedu.integrations.enrichment.trouble import SENTENCES, trouble_of

INN = "7707083893"
pytestmark = pytest.mark.django_db


def code(lookup: Lookup) -> str:
    return lookup.trouble.code if lookup.trouble else ""


def test_what_was_found_is_kept_with_its_day(dadata: DaDataServer) -> None:
    lookup = look_up(" 7707 083893 ")
    assert lookup.facts is not None
    assert (lookup.facts.name, lookup.source, lookup.was_asked) == ("ПАО СБЕРБАНК", "dadata", True)
    answer = PartyAnswer.objects.get()
    assert (answer.inn, answer.status, answer.party) == (INN, "ACTIVE", lookup.facts)


def test_it_is_not_asked_twice_within_a_month(dadata: DaDataServer) -> None:
    look_up(INN)
    again = look_up(INN, at=timezone.now() + timedelta(days=29))
    assert (again.facts is not None, again.was_asked, len(dadata.questions)) == (True, False, 1)


def test_an_old_answer_is_asked_for_anew_and_stays_in_the_history(dadata: DaDataServer) -> None:
    look_up(INN)
    look_up(INN, at=timezone.now() + timedelta(days=31))
    assert len(dadata.questions) == PartyAnswer.objects.count() == 2


def test_nobody_is_remembered_for_a_day_only(dadata: DaDataServer) -> None:
    dadata.answers = [(200, {"suggestions": []})]
    assert code(look_up(INN)) == "not-found"
    assert code(look_up(INN, at=timezone.now() + timedelta(hours=23))) == "not-found"
    look_up(INN, at=timezone.now() + timedelta(hours=25))
    assert len(dadata.questions) == 2


def test_a_branch_has_an_answer_of_its_own(dadata: DaDataServer) -> None:
    look_up(INN)
    look_up(INN, "540243001")
    assert len(dadata.questions) == 2


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (SILENT, "no-answer"),
        ((500, {}), "no-answer"),
        ((403, {}), "key-refused"),
        ((429, {}), "too-often"),
        ((200, b"{nonsense"), "answer-unreadable"),
    ],
)
def test_a_failure_is_a_sentence_and_nothing_is_kept(
    dadata: DaDataServer, answer: tuple[int, object], expected: str
) -> None:
    dadata.answers = [answer]
    lookup = look_up(INN)
    assert (lookup.facts, code(lookup), lookup.was_asked) == (None, expected, True)
    assert not PartyAnswer.objects.exists()


def test_when_it_fails_old_facts_are_better_than_none(dadata: DaDataServer) -> None:
    look_up(INN)
    dadata.answers = [(500, {})]
    lookup = look_up(INN, at=timezone.now() + timedelta(days=40))
    assert lookup.facts is not None
    assert code(lookup) == "no-answer"


def test_without_a_key_nobody_is_asked_and_old_facts_serve(dadata: DaDataServer, settings: Settings) -> None:
    look_up(INN)
    settings.DADATA_KEY = ""
    assert look_up(INN, at=timezone.now() + timedelta(days=400)).facts is not None
    assert code(look_up("7701526010")) == "no-provider"
    assert len(dadata.questions) == 1


def test_a_wrong_number_is_told_before_anybody_is_asked(dadata: DaDataServer) -> None:
    assert code(look_up("")) == "inn-needed"
    assert code(look_up("7707083890")) == "inn_check"
    assert code(look_up(INN, "12")) == "kpp_shape"
    assert not dadata.questions


def test_every_trouble_shows_the_way_on() -> None:
    for name in SENTENCES:
        sentence = trouble_of(name).sentence
        assert sentence.endswith(".")
        assert "by hand" in sentence or "first" in sentence


def test_the_head_office_is_known_by_its_kpp_too(dadata: DaDataServer) -> None:
    look_up(INN)
    assert look_up(INN, "773601001").facts is not None
    assert len(dadata.questions) == 1
