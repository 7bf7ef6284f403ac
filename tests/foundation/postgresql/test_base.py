import pytest
from django.db import OperationalError, connections
from django.db.backends.base.base import BaseDatabaseWrapper

from tests.foundation.postgresql.conftest import Connect
from vedu.foundation.postgresql import PLAN_ANEW

pytestmark = pytest.mark.postgres_only

ASKED = "SELECT %s::int + 1"


def ask(connection: BaseDatabaseWrapper, sql: str, times: int) -> int:
    answer = 0
    with connection.cursor() as cursor:
        for number in range(times):
            cursor.execute(sql, [number])
            answer = cursor.fetchone()[0]
    return answer


def prepared(connection: BaseDatabaseWrapper) -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT statement FROM pg_prepared_statements")
        return [statement for (statement,) in cursor.fetchall() if "pg_prepared_statements" not in statement]


def end(connection: BaseDatabaseWrapper, *, by: BaseDatabaseWrapper) -> None:
    """As a server that is restarted ends its connections."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        pid = cursor.fetchone()[0]
    with by.cursor() as cursor:
        cursor.execute("SELECT pg_terminate_backend(%s, 5000)", [pid])


def test_a_statement_asked_again_is_prepared(connect: Connect) -> None:
    connection = connect()
    assert ask(connection, ASKED, times=3) == 3
    assert prepared(connection) == ["SELECT $1::int + 1"]


def test_a_statement_asked_once_is_not(connect: Connect) -> None:
    connection = connect()
    ask(connection, ASKED, times=1)
    assert prepared(connection) == []


def test_a_statement_whose_plan_hangs_on_its_values_is_never_prepared(connect: Connect) -> None:
    connection = connect()
    assert ask(connection, PLAN_ANEW + ASKED, times=5) == 5
    assert prepared(connection) == []


def test_behind_a_pooler_nothing_is_prepared(connect: Connect) -> None:
    connection = connect(prepare_threshold="off")
    ask(connection, ASKED, times=5)
    assert prepared(connection) == []


def test_a_later_threshold_is_kept(connect: Connect) -> None:
    connection = connect(prepare_threshold="3")
    ask(connection, ASKED, times=3)
    assert prepared(connection) == []
    ask(connection, ASKED, times=3)
    assert len(prepared(connection)) == 1


def test_a_living_connection_is_usable(connect: Connect) -> None:
    connection = connect()
    ask(connection, ASKED, times=2)
    assert connection.is_usable()


def test_a_connection_that_the_server_ended_is_not_usable(connect: Connect) -> None:
    connection = connect()
    end(connection, by=connect())
    assert not connection.is_usable()


def test_the_next_request_opens_a_new_one(connect: Connect) -> None:
    connection = connect()
    end(connection, by=connect())
    connection.close_if_unusable_or_obsolete()
    assert ask(connection, ASKED, times=1) == 1


def test_without_that_look_the_loss_is_an_error(connect: Connect) -> None:
    connection = connect()
    end(connection, by=connect())
    with pytest.raises(OperationalError):
        ask(connection, ASKED, times=1)


def test_a_closed_connection_is_not_usable(connect: Connect) -> None:
    connection = connect()
    ask(connection, ASKED, times=1)
    connection.close()
    assert not connection.is_usable()


def test_the_suite_runs_on_this_engine() -> None:
    assert connections["default"].settings_dict["ENGINE"] == "vedu.foundation.postgresql"
