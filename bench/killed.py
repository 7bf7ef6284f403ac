"""BASE-7: the process of an import is killed at any moment; resumed, it has brought every row exactly once.

Run by ``vedu bench killed``: 100,000 rows, ten kills. The tests do the same with fewer."""

import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROWS, KILLS = 100_000, 10
WAIT = 600  # seconds
Say = Callable[[str], None]


def measure(*, say: Say, json_file: Path | None = None, rows: int = ROWS, kills: int = KILLS) -> int:
    """Returns 1 when a row is missing or there twice."""
    with tempfile.TemporaryDirectory(prefix="vedu-bench-") as folder:
        home, file = Path(folder) / "home", write_file(Path(folder) / "clients.csv", rows)
        stopped = kill_and_resume(home, file, rows, kills, random.Random(7))  # noqa: S311 the same moments each time
        found = counts(home)
    say(f"{rows:,} rows, killed after {', '.join(f'{row:,}' for row in stopped)} rows, then resumed to the end")
    say(f"clients {found['clients']:,}, different ones {found['different']:,}, phones {found['phones']:,}")
    is_whole = found == expected(rows)
    if json_file is not None:
        json_file.write_text(json.dumps({"rows": rows, "stopped": stopped, "found": found}))
    say("every row is there exactly once" if is_whole else f"NOT as it should be: {expected(rows)}")
    return 0 if is_whole else 1


def write_file(path: Path, rows: int) -> Path:
    """Half of the rows have nothing that would tell them apart if they came twice."""
    lines = [f"Фирма {number},{'' if number % 2 else f'+7912{number:07d}'}" for number in range(rows)]
    path.write_text("Компания,Телефон\n" + "\n".join(lines), encoding="utf-8")
    return path


def kill_and_resume(home: Path, file: Path, rows: int, kills: int, dice: random.Random) -> list[int]:
    """SIGKILL at ``kills`` moments, the first at the beginning; then the run goes to its end. Answers how many rows
    were written at each kill. Raises ValueError when the run cannot go on or the file can be begun anew."""
    moments = [1, *sorted(dice.randrange(rows // 6, rows // 2) for _kill in range(kills - 1))]
    stopped = []
    for number, row in enumerate(moments):
        arguments = ["--resume", "1"] if number else [str(file), "--format", "clients"]
        kill_beyond(home, vedu(home, *arguments), row, dice)
        stopped.append(rows_done(home))
    _require_refusal(vedu(home, str(file), "--format", "clients"))
    last = vedu(home, "--resume", "1")
    said = last.communicate(timeout=WAIT)[0]
    if last.returncode:
        raise ValueError(f"the run did not go on to its end: {said}")
    return stopped


def _require_refusal(again: "subprocess.Popen[str]") -> None:
    """The same file is not begun anew while its run can go on."""
    said = again.communicate(timeout=WAIT)[0]
    if again.returncode != 1 or "--resume 1" not in said:
        raise ValueError(f"the same file was begun anew: {said}")


def kill_beyond(home: Path, process: "subprocess.Popen[str]", row: int, dice: random.Random) -> None:
    """As soon as so many rows are written, and then a little later, at no moment in particular."""
    while process.poll() is None and rows_done(home) < row:
        time.sleep(0.01)
    time.sleep(dice.random() * 0.1)
    process.send_signal(signal.SIGKILL)
    process.communicate()


def vedu(home: Path, *arguments: str) -> "subprocess.Popen[str]":
    environment = {name: value for name, value in os.environ.items() if not name.startswith("VEDU_")}
    return subprocess.Popen(
        [sys.executable, "-m", "vedu.cli", "import", *arguments],
        env=environment | {"VEDU_HOME": str(home), "VEDU_LANGUAGE": "en"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


def rows_done(home: Path) -> int:
    return _asked(home, "SELECT rows_done FROM clients_importrun")


def counts(home: Path) -> dict[str, int]:
    return {
        "clients": _asked(home, "SELECT COUNT(*) FROM clients_client"),
        "different": _asked(home, "SELECT COUNT(DISTINCT name) FROM clients_client"),
        "phones": _asked(home, "SELECT COUNT(*) FROM clients_contactpoint"),
        "told": _asked(home, "SELECT new FROM clients_importrun"),
    }


def expected(rows: int) -> dict[str, int]:
    return {"clients": rows, "different": rows, "phones": (rows + 1) // 2, "told": rows}


def _asked(home: Path, sql: str) -> int:
    """0 while the base is not there yet."""
    if not (home / "vedu.sqlite3").exists():
        return 0
    base = sqlite3.connect(home / "vedu.sqlite3", timeout=10)
    try:
        return int((base.execute(sql).fetchone() or (0,))[0] or 0)
    except sqlite3.OperationalError:
        return 0
    finally:
        base.close()
