"""BASE-7: the process of an import is killed at any moment; resumed, it has brought every row exactly once."""

import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROWS, KILLS = 12_000, 4


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Half of the rows have nothing that would tell them apart if they came twice."""
    rows = [f"Фирма {number},{'' if number % 2 else f'+7912{number:07d}'}" for number in range(ROWS)]
    path = tmp_path / "clients.csv"
    path.write_text("Компания,Телефон\n" + "\n".join(rows), encoding="utf-8")
    return path


def vedu(home: Path, *arguments: str) -> subprocess.Popen[str]:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("VEDU_")}
    command = [sys.executable, "-m", "vedu.cli", "import", *arguments]
    return subprocess.Popen(
        command,
        env=environment | {"VEDU_HOME": str(home), "VEDU_LANGUAGE": "en"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


def asked(home: Path, sql: str) -> int:
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


def kill_beyond(home: Path, process: subprocess.Popen[str], row: int, dice: random.Random) -> None:
    """As soon as so many rows are written, and then a little later, at no moment in particular."""
    while process.poll() is None and asked(home, "SELECT rows_done FROM clients_importrun") < row:
        time.sleep(0.01)
    time.sleep(dice.random() * 0.3)
    process.send_signal(signal.SIGKILL)
    process.communicate()


def test_a_killed_import_brings_every_row_once(file: Path, tmp_path: Path) -> None:
    home, dice = tmp_path / "home", random.Random(7)
    kill_beyond(home, vedu(home, str(file), "--format", "clients"), 1, dice)
    for row in sorted(dice.randrange(2000, ROWS - 3000) for _kill in range(KILLS - 1)):
        kill_beyond(home, vedu(home, "--resume", "1"), row, dice)
    again = vedu(home, str(file), "--format", "clients")
    assert "--resume 1" in again.communicate()[0]
    assert again.returncode == 1
    last = vedu(home, "--resume", "1")
    assert last.communicate(timeout=120)[0]
    assert last.returncode == 0
    assert asked(home, "SELECT COUNT(*) FROM clients_client") == ROWS
    assert asked(home, "SELECT COUNT(DISTINCT name) FROM clients_client") == ROWS
    assert asked(home, "SELECT COUNT(*) FROM clients_contactpoint") == ROWS // 2
    assert asked(home, "SELECT new FROM clients_importrun") == ROWS
