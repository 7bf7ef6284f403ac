"""A migrated database, made once for a run of bin/test and copied wherever a new one is needed: a copy takes a few
milliseconds, the migrations seconds of CPU."""

import os
import shutil
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg
from psycopg.sql import SQL, Identifier

NAMED = "VEDU_TEST_MIGRATED"  # the file; it is there when it is whole
NAMED_IN_POSTGRES = "VEDU_TEST_TEMPLATE"  # the database
SECONDS = 120


def make(vedu: Path, file: Path, environment: Mapping[str, str]) -> None:
    """``environment`` names the folder of ``file`` as the home. Any command migrates; this one does nothing else."""
    subprocess.run(
        [vedu, "totals", "rebuild"], env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, check=True
    )
    (file.parent / "vedu.sqlite3").rename(file)


def copy_to(place: Path) -> bool:
    """False when this run has none: whoever asks migrates by himself. Waits while it is being made."""
    named = os.environ.get(NAMED)
    if not named:
        return False
    end = time.monotonic() + SECONDS
    while not Path(named).exists() and time.monotonic() < end:
        time.sleep(0.1)
    place.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(named, place)
    return True


@contextmanager
def made_in_postgres(vedu: Path, url: str, home: Path) -> Iterator[str]:
    """On the server of ``url``, till the end of the block: the name of the database."""
    name = f"vedu_migrated_{os.getpid()}"
    kept = {key: value for key, value in os.environ.items() if not key.startswith("VEDU_")}
    named = {"VEDU_HOME": str(home), "VEDU_DATABASE_URL": urlunsplit(urlsplit(url)._replace(path=f"/{name}"))}
    with psycopg.connect(url, autocommit=True) as server:
        server.execute(SQL("CREATE DATABASE {}").format(Identifier(name)))
        subprocess.run([vedu, "totals", "rebuild"], env=kept | named, stdout=subprocess.DEVNULL, check=True)
        yield name
        server.execute(SQL("DROP DATABASE {}").format(Identifier(name)))


def copy_in_postgres(url: str, database: str) -> bool:
    """False when this run has none. ``database`` is made anew."""
    template = os.environ.get(NAMED_IN_POSTGRES)
    if not template:
        return False
    with psycopg.connect(url, autocommit=True) as server:
        server.execute(SQL("DROP DATABASE IF EXISTS {}").format(Identifier(database)))
        server.execute(SQL("CREATE DATABASE {} TEMPLATE {}").format(Identifier(database), Identifier(template)))
    return True
