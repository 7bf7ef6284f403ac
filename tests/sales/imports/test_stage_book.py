"""The same stage is known under the names of other systems."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.cast import Cast
from vedu.clients.imports.format import format_named
from vedu.clients.imports.mapping import Mapping
from vedu.clients.imports.target import Job
from vedu.sales.imports.stage_book import StageBook, StandsAt, result_of


def book(**mapping: object) -> StageBook:
    job = Job(format_named("deals"), Mapping.of(mapping), None, datetime(2026, 11, 24, tzinfo=UTC), Path("deals.csv"))
    return StageBook(job)


@pytest.mark.parametrize(
    ("name", "result", "reason"),
    [
        ("Успешно реализовано", "won", ""),
        ("Закрыто и не реализовано", "lost", ""),
        ("Закрыто и не реализовано (Дорого)", "lost", "Дорого"),
        ("Closed - Won", "won", ""),
        ("closed lost", "lost", ""),
        ("closedwon", "won", ""),
        ("closedlost", "lost", ""),
        ("Сделка успешна", "won", ""),
        ("Сделка провалена (Expensive)", "lost", "Expensive"),
        ("Закрыта/Проиграна", "lost", ""),
        ("Закрыта — выиграна", "won", ""),
        ("NEEDS", "open", ""),
    ],
)
def test_results_and_our_own_names_need_no_answer(cast: Cast, name: str, result: str, reason: str) -> None:
    at = book().stands_at("", name)

    assert at is not None
    assert (at.result, at.reason) == (result, reason)


def test_the_pipeline_of_the_file_is_looked_into_first(cast: Cast) -> None:
    assert book().stands_at("Shop and requests", "Selection") == StandsAt("open", "shop and requests", "selection")
    assert book().stands_at("", "Selection") is None
    assert book(pipeline="Shop and requests").stands_at("", "Selection") is not None


def test_a_stage_of_one_pipeline_may_be_answered_apart_from_that_of_another(cast: Cast) -> None:
    answers = {"Опт / Новая": "Needs", "Новая": "Objections"}

    opt, rest = (book(stages=answers).stands_at(pipeline, "Новая") for pipeline in ("Опт", "Розница"))

    assert opt is not None
    assert rest is not None
    assert (opt.stage, rest.stage) == ("needs", "objections")


def test_an_answer_for_a_lost_stage_holds_for_every_reason_in_brackets(cast: Cast) -> None:
    at = book(stages={"Отвал": "lost @ Needs"}).stands_at("", "Отвал (Дорого)")

    assert at == StandsAt("lost", "wholesale, active", "needs", "Дорого")


@pytest.mark.parametrize(
    ("text", "result"), [("Won", "won"), ("LOST", "lost"), ("Open", "open"), ("В работе", "open"), ("deleted", "")]
)
def test_words_of_the_end_are_known(text: str, result: str) -> None:
    assert result_of(text) == result


def test_won_stands_at_the_end_and_lost_at_the_beginning(cast: Cast) -> None:
    stages = book()

    assert stages.stage_of(StandsAt("won", "wholesale, active")) == cast.stage(7)
    assert stages.stage_of(StandsAt("lost", "wholesale, active")) == cast.stage(0)
    assert stages.stage_of(StandsAt("open", "wholesale, active")) == cast.stage(0)
