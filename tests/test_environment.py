"""Settings out of the environment."""

import pytest

from vedu import environment


def test_sqlite_is_a_file_whose_connection_stays_open() -> None:
    database = environment.database("sqlite:////data/vedu%20one.sqlite3")
    assert database["NAME"] == "/data/vedu one.sqlite3"
    assert database["CONN_MAX_AGE"] is None


def test_postgres_keeps_its_connection_and_watches_it() -> None:
    database = environment.database("postgres://anna:p%40ss@db.example:5433/vedu")
    assert (database["USER"], database["PASSWORD"], database["PORT"]) == ("anna", "p@ss", "5433")
    assert database["CONN_MAX_AGE"] is None
    assert database["CONN_HEALTH_CHECKS"]


def test_a_postgres_without_a_host_is_reached_by_its_socket() -> None:
    assert environment.database("postgresql:///vedu?host=/run/postgresql")["HOST"] == "/run/postgresql"


def test_another_database_is_refused_in_one_line() -> None:
    with pytest.raises(ValueError, match="VEDU_DATABASE_URL starts with"):
        environment.database("mysql://localhost/vedu")


def test_words_and_flags_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VEDU_ALLOWED_HOSTS", "a.example, b.example,,")
    monkeypatch.setenv("VEDU_DEBUG", "Yes")
    assert environment.words("VEDU_ALLOWED_HOSTS", "") == ["a.example", "b.example"]
    assert environment.flag("VEDU_DEBUG")
    monkeypatch.setenv("VEDU_DEBUG", "")
    assert not environment.flag("VEDU_DEBUG")


def test_postgres_answers_small_questions_without_helpers() -> None:
    given = environment.database("postgres://db/vedu")["OPTIONS"]["options"]
    assert "max_parallel_workers_per_gather=0" in given
    chosen = environment.database("postgres://db/vedu?options=-c%20jit%3Don")["OPTIONS"]["options"]
    assert chosen == "-c jit=on"
