"""How values look in JSON."""

import json
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal

import pytest
from django.utils.translation import gettext_lazy

from vedu.api.answer import answer, moment, money

NOON = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)


def test_a_moment_is_utc_with_a_z() -> None:
    assert moment(NOON) == "2026-11-24T12:00:00Z"
    assert moment(NOON.astimezone(timezone(timedelta(hours=3)))) == "2026-11-24T12:00:00Z"
    assert moment(NOON.replace(microsecond=5)) == "2026-11-24T12:00:00.000005Z"
    assert moment(None) is None


def test_money_is_text_with_its_currency() -> None:
    assert money(Decimal(1000), "RUB") == {"amount": "1000.00", "currency": "RUB"}
    assert money(Decimal("0.5"), "USD") == {"amount": "0.50", "currency": "USD"}


def test_an_answer_is_utf8_that_no_cache_keeps() -> None:
    response = answer({"name": "Пекарня"}, 201)
    assert response.status_code == 201
    assert "Пекарня" in response.content.decode()
    assert response.headers["Cache-Control"] == "no-store"


def test_facts_of_reasons_find_their_place() -> None:
    facts = {"at": NOON, "on": date(2026, 11, 24), "sum": Decimal("1.50"), "words": gettext_lazy("Call")}
    body = json.loads(answer(facts).content)
    assert (body["at"], body["on"], body["sum"]) == ("2026-11-24T12:00:00Z", "2026-11-24", "1.50")


def test_what_json_has_no_word_for_is_an_error_of_ours() -> None:
    with pytest.raises(TypeError):
        answer({"what": object()})
