"""A month of twenty sellers and five thousand clients through the verbs of the pages: nobody is annoyed or forgotten.

Run by ``vedu bench month``. Each seller works through the plan of his day by the contact policy: what it forbids now is
put off to the moment that it names. Clients answer, refuse, ask for another hour, write by themselves and ask to be
left alone, by chance. Then every touch is looked through once more by rules told anew (month_checked.py)."""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

SELLERS, CLIENTS, DAYS = 20, 5_000, 30
COLUMNS = ("touches", "answered", "put off", "wrote themselves", "refused", "opted out")
Say = Callable[[str], None]


def measure(*, say: Say, json_file: Path | None = None, rows: int = CLIENTS) -> int:
    """In a process and a base of their own. Returns 1 when anybody was annoyed or forgotten."""
    sellers = max(2, SELLERS * rows // CLIENTS)
    with tempfile.TemporaryDirectory(prefix="vedu-bench-") as home:
        environment = {**os.environ, "VEDU_HOME": home, "DJANGO_SETTINGS_MODULE": "vedu.settings"}
        command = [sys.executable, "-m", "bench.month", str(rows), str(sellers), str(DAYS)]
        root = Path(__file__).resolve().parents[1]
        lived = subprocess.run(command, cwd=root, env=environment, check=True, stdout=subprocess.PIPE, text=True)
    result: dict[str, Any] = json.loads(lived.stdout)
    for line in told(result):
        say(line)
    if json_file is not None:
        json_file.write_text(json.dumps(result, indent=1))
    return 1 if any(result["faults"].values()) else 0


def told(result: dict[str, Any]) -> list[str]:
    weeks = result["weeks"]
    return [
        f"{result['sellers']} sellers, {result['clients']:,} clients, {result['days']} days",
        f"{'week':>6}" + "".join(f"{name:>18}" for name in COLUMNS),
        *(f"{number:>6}" + "".join(f"{week[name]:>18,}" for name in COLUMNS) for number, week in enumerate(weeks, 1)),
        f"{'':>6}" + "".join(f"{sum(week[name] for week in weeks):>18,}" for name in COLUMNS),
        *(f"{count:>6,}  {name}" for name, count in result["faults"].items()),
    ]


def _live(clients: int, sellers: int, days: int) -> dict[str, Any]:
    import django

    django.setup()
    from bench.month_checked import faults
    from bench.month_lived import lived
    from vedu.commands import prepare

    prepare.database()
    weeks = lived(clients, sellers, days)
    shown = [{name: week[name] for name in COLUMNS} for week in weeks]
    return {"clients": clients, "sellers": sellers, "days": days, "weeks": shown, "faults": faults()}


if __name__ == "__main__":
    sys.stdout.write(json.dumps(_live(*map(int, sys.argv[1:]))))
