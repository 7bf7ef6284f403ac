"""Statements reach SQLite as Django would send them."""

import pytest

from tests.foundation.sqlite.conftest import Connect


@pytest.mark.parametrize("times", [1, 2])
def test_marks_and_percents_are_those_of_django(connect: Connect, times: int) -> None:
    with connect().cursor() as cursor:
        for number in range(times):
            cursor.execute("SELECT %s || '%%', '%%s' || %s", [number, "%s"])
            assert cursor.fetchone() == (f"{number}%", "%s%s")


def test_named_values_find_their_places(connect: Connect) -> None:
    with connect().cursor() as cursor:
        cursor.execute("SELECT %(second)s, %(first)s, '%%'", {"first": 1, "second": 2})
        assert cursor.fetchone() == (2, 1, "%")


def test_many_rows_go_by_one_statement(connect: Connect) -> None:
    with connect().cursor() as cursor:
        cursor.execute("CREATE TEMPORARY TABLE pair (a, b)")
        cursor.executemany("INSERT INTO pair VALUES (%s, %s)", [(1, "one"), (2, "two")])
        cursor.execute("SELECT a, b FROM pair ORDER BY a")
        assert cursor.fetchall() == [(1, "one"), (2, "two")]


def test_a_statement_without_values_is_left_as_it_is(connect: Connect) -> None:
    with connect().cursor() as cursor:
        cursor.execute("SELECT '%s %%'")
        assert cursor.fetchone() == ("%s %%",)
