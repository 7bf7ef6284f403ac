import pytest
from django.db import connection

from tests.foundation.search.conftest import entry
from vedu.foundation.search import matching, schema
from vedu.foundation.search.index import put
from vedu.foundation.search.query import find
from vedu.foundation.search.terms import Term

pytestmark = pytest.mark.django_db


def remake() -> None:
    with connection.cursor() as cursor:
        for statement in (*schema.removal(connection.vendor), *schema.creation(connection.vendor)):
            cursor.execute(statement)


def test_an_index_made_later_holds_what_was_there_before() -> None:
    put([entry("client", 1, "Заря")])
    remake()
    assert find("заря", visible_owner_ids=None).total == 1


def test_removing_the_index_twice_does_no_harm() -> None:
    with connection.cursor() as cursor:
        for statement in schema.removal(connection.vendor) * 2:
            cursor.execute(statement)
    remake()


@pytest.mark.sqlite_only
def test_the_index_agrees_with_the_table() -> None:
    put(entry("client", number, f"Клиент {number}") for number in range(50))
    put(entry("client", number, f"Сделка {number}") for number in range(25))
    with connection.cursor() as cursor:
        parts = schema.NAMES.parts
        cursor.execute(f"INSERT INTO {parts}({parts}, rank) VALUES ('integrity-check', 1)")


@pytest.mark.sqlite_only
def test_a_search_begins_with_the_index_of_parts() -> None:
    candidates = matching.newest([Term(("заря",))], None, 10)
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN QUERY PLAN {candidates.text}", candidates.values)
        plan = [row[3] for row in cursor.fetchall()]
    assert plan[0].startswith(f"SCAN {schema.NAMES.parts} VIRTUAL TABLE INDEX")
    assert plan[1].startswith("SEARCH e USING INTEGER PRIMARY KEY")


@pytest.mark.postgres_only
def test_the_index_of_parts_can_answer() -> None:
    candidates = matching.newest([Term(("заря",))], None, 10)
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off; SET LOCAL enable_indexscan = off")
        cursor.execute(f"EXPLAIN {candidates.text}", candidates.values)
        plan = "\n".join(row[0] for row in cursor.fetchall())
    assert f"Bitmap Index Scan on {schema.NAMES.parts}" in plan
