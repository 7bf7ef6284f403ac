"""What every test has: cheap passwords and a database in a file, as a real installation has it."""

import gc
import os
from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from django.conf import settings

from tests.asked import noted, that_ask_anew, write_down
from tests.isolation import HOME
from tests.migrated import copy_in_postgres, copy_to

if TYPE_CHECKING:
    from tests.cast import Cast

TESTS = Path(__file__).parent
DATABASE = HOME / "test.sqlite3"  # of this process: each has a home of its own


def pytest_configure(config: pytest.Config) -> None:
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    if config.args == ["tests"]:
        config.args = in_turns(sorted(str(path) for path in TESTS.iterdir() if path.is_dir() or is_test(path)))


def is_test(path: Path) -> bool:
    return path.match("test_*.py")


def in_turns(paths: list[str]) -> list[str]:
    """Two workers begin at opposite ends, so each finds compiled what the other has read: to compile all the tests
    takes half a minute."""
    return paths[::-1] if os.environ.get("PYTEST_XDIST_WORKER") == "gw1" else paths


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Iterator[object]:
    """What is collected stays till the end: the garbage collector need not walk through it, now or ever."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.freeze()
        gc.enable()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """On PostgreSQL only what SQLite could not tell: not what asks no database, and of a test with many cases the
    first, for the rest differ in what goes in, not in the SQL; ``every_case`` marks those that do. Of these, those that
    ask something anew (tests/asked.py)."""
    items.sort(key=lambda item: item.path)  # workers must agree
    if not on_postgres():
        return
    tried: set[str] = set()
    chosen = that_ask_anew([item for item in items if asks_the_database(item) and is_new_to(tried, item)])
    config.hook.pytest_deselected(items=list(set(items).difference(chosen)))
    items[:] = chosen


def on_postgres() -> bool:
    return "postgresql" in settings.DATABASES["default"]["ENGINE"]


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Iterator[None]:
    with noted(item.nodeid) if not on_postgres() else nullcontext():
        return (yield)


def pytest_sessionfinish() -> None:
    if not on_postgres():
        write_down()


def is_new_to(tried: set[str], item: pytest.Item) -> bool:
    """Whether no case of this test was met before, or each of them counts."""
    name = item.nodeid.partition("[")[0]
    if name in tried and not any(item.get_closest_marker(mark) for mark in ("every_case", "postgres_only")):
        return False
    tried.add(name)
    return True


def asks_the_database(item: pytest.Item) -> bool:
    fixtures = set(getattr(item, "fixturenames", ()))
    marked = any(item.get_closest_marker(name) for name in ("django_db", "postgres_only", "browser"))
    return marked or not fixtures.isdisjoint({"db", "transactional_db", "django_db_setup", "live_server"})


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix: None) -> None:
    """SQLite in a file instead of in memory: several connections then meet as they do in life."""
    database = settings.DATABASES["default"]
    if "sqlite" in database["ENGINE"]:
        database.setdefault("TEST", {})["NAME"] = str(DATABASE)


@pytest.fixture(scope="session")
def django_db_keepdb(django_db_keepdb: bool, django_db_modify_db_settings: None) -> bool:
    """A migrated database of the run is copied and then kept as one that was there before."""
    if "sqlite" in settings.DATABASES["default"]["ENGINE"]:
        return copy_to(DATABASE) or django_db_keepdb
    return copy_in_postgres(os.environ["VEDU_DATABASE_URL"], database_of_worker()) or django_db_keepdb


def database_of_worker() -> str:
    """Of this worker."""
    from django.db import connection

    return str(connection.creation._get_test_db_name())


@pytest.fixture(autouse=True)
def usual_installation() -> None:
    """As one that was begun by a command; a test of the first run forgets it (foundation/people/installation.py)."""
    from vedu.foundation.people import installation

    usual = installation.Defaults(settings.LANGUAGE_CODE, settings.TIME_ZONE)
    installation.remember(usual)


@pytest.fixture(autouse=True)
def search_in_step(request: pytest.FixtureRequest) -> Iterator[None]:
    """Whatever a test has done, the index of parts of words holds just what stands on its shelves."""
    for name in {"db", "transactional_db"}.intersection(request.fixturenames):
        request.getfixturevalue(name)  # so that this ends before the database is cleaned
    yield
    if asks_the_database(request.node) and not request.node.get_closest_marker("browser"):
        require_whole_index()


def require_whole_index() -> None:
    """Raises DatabaseError where FTS5's index and its table differ."""
    from django.db import connection

    from vedu.foundation.search.schema import NAMES, NOTES

    if connection.vendor != "sqlite" or connection.needs_rollback:
        return
    with connection.cursor() as cursor:
        for shelf in (NAMES, NOTES):
            cursor.execute(f"INSERT INTO {shelf.parts}({shelf.parts}, rank) VALUES ('integrity-check', 1)")


@pytest.fixture
def cast(db: None) -> "Cast":
    """Everybody on stage, see tests/cast.py."""
    from tests.rehearsal import on_stage

    return on_stage()


@pytest.fixture
def live_cast(transactional_db: None) -> "Cast":
    """The same where several connections must meet."""
    from tests.rehearsal import on_stage

    return on_stage()
