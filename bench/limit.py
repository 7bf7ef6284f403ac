"""The physical limit of an answer: its own SQL by bare cursor, and its text joined from ready pieces."""

import time
from collections.abc import Callable

from django.db import connection
from django.test.client import Client as TestClient
from django.test.utils import CaptureQueriesContext

from bench.cases import Request
from vedu.foundation.people.user import User
from vedu.foundation.postgresql import PLAN_ANEW

ROUNDS = 20


def queries_and_limit(user: User, request: Request) -> tuple[int, float]:
    """(number of queries, CPU milliseconds of bare SQL and a plain string render). For reading requests."""
    browser = TestClient(SERVER_NAME="localhost")
    browser.force_login(user)
    with CaptureQueriesContext(connection) as captured:
        answer = browser.get(request.path)
    asked = [query["sql"].removeprefix(PLAN_ANEW) for query in captured.captured_queries]
    statements = [sql for sql in asked if sql.startswith(("SELECT", "WITH"))]
    pieces = answer.content.decode().split(">")
    return len(captured), _cpu(lambda: _run(statements)) + _cpu(lambda: ">".join(pieces).encode())


def _run(statements: list[str]) -> None:
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
            cursor.fetchall()


def _cpu(work: Callable[[], object]) -> float:
    work()
    start = time.process_time()
    for _round in range(ROUNDS):
        work()
    return (time.process_time() - start) / ROUNDS * 1000
