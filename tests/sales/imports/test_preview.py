"""A row is shown to the person who confirms as it will be."""

from pathlib import Path

import pytest
from django.utils import timezone, translation

from tests.cast import Cast
from vedu.clients.imports.format import format_named
from vedu.clients.imports.mapping import Mapping
from vedu.clients.imports.target import Job
from vedu.sales.imports.preview import shown
from vedu.sales.imports.stage_book import StageBook

RECORD = {"deal_id": "1", "deal": "Короба", "amount": "1200,5", "stage": "Думает", "owner": "Анна", "phone": ["1", "2"]}


def row(changes: dict[str, str] | None = None, **stages: str) -> dict[str, str]:
    mapping = Mapping.of({"stages": stages})
    job = Job(format_named("deals"), mapping, None, timezone.now(), Path("deals.csv"))
    with translation.override("en"):
        return shown(RECORD | (changes or {}), StageBook(job))


def test_the_deal_comes_first_and_its_number_not_at_all(cast: Cast) -> None:
    assert list(row(Думает="Needs"))[:4] == ["Deal", "Value", "Stage", "Who leads the deal"]
    assert "1" not in row(Думает="Needs").values()


@pytest.mark.parametrize(
    ("answer", "text"), [("Needs", "Needs"), ("won", "won"), ("lost @ Needs", "lost"), ("skip", "Думает")]
)
def test_the_stage_is_ours(cast: Cast, answer: str, text: str) -> None:
    assert row(Думает=answer)["Stage"] == text


def test_a_sum_is_written_as_we_write_sums(cast: Cast) -> None:
    assert row()["Value"] == "1,200.50\u00a0₽"
    assert row({"amount": "сто"})["Value"] == "сто"


def test_many_phones_stand_together(cast: Cast) -> None:
    assert row()["Phone"] == "1, 2"
