"""Imports a file of 200,000 clients with phones and e-mails into an empty base, in a process of its own.

Run by ``vedu bench import``. Told: rows a second by the clock, memory while it runs, and the same figures of the
physical limit: reading the file and writing its rows into one bare table."""

import csv
import json
import os
import random
import resource
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

ROWS = 200_000
DOUBLES = 0.03
LIMIT_ROWS_PER_SECOND = 5000
MEMORY_MAY_GROW = 1.15
HEADERS = ["Компания", "Город", "Контактное лицо", "Должность", "Телефон", "Email"]
NAMES = "Анна Игорь Сергей Ольга Вера Борис Мария Пётр Иван Елена Дмитрий Юлия Олег Нина".split()
SURNAMES = "Котова Белов Лапин Орлова Власова Букин Ёлкина Смирнов Иванов Петрова Фёдоров Жукова".split()
KINDS = "Северный Волжский Уральский Городской Первый Новый Красный Золотой Лесной Речной".split()
THINGS = "Хлеб Дом Завод Комбинат Рынок Магазин Склад Центр Берег Порт Сад Мост".split()
CITIES = "Самара Пермь Казань Москва Тула Омск Томск Уфа Сочи Псков".split()
Say = Callable[[str], None]


def measure(*, say: Say, json_file: Path | None = None, rows: int = ROWS) -> int:
    """Returns 1 when the import is slower than its limit or its memory grows with the file."""
    with tempfile.TemporaryDirectory(prefix="vedu-bench-") as folder:
        file = Path(folder) / "clients.csv"
        write_file(file, rows)
        say(f"{rows:,} rows of clients, {file.stat().st_size >> 20} MB; SQLite")
        result = json.loads(_in_own_process(file, Path(folder)))
    result["limit"] = {"rows_per_second": round(rows / result.pop("limit_seconds"))}
    for line in told(result):
        say(line)
    if json_file is not None:
        json_file.write_text(json.dumps(result, indent=1))
    return 0 if is_good(result) else 1


def told(result: dict[str, Any]) -> Iterator[str]:
    first, again, limit = result["first"], result["again"], result["limit"]["rows_per_second"]
    speed = first["rows_per_second"]
    yield f"first run   {speed:>7,} rows/s by the clock, {first['rows_per_cpu_second']:,} per CPU second"
    yield f"            {first['counts']}"
    yield f"second run  {again['rows_per_second']:>7,} rows/s, {again['counts']}"
    yield f"limit       {limit:>7,} rows/s: the file read and written into a bare table; ×{limit / speed:.1f}"
    yield "memory, MB  " + ", ".join(f"{rows:,}: {size}" for rows, size in first["memory"])
    yield f"goal        {LIMIT_ROWS_PER_SECOND:,} rows/s, memory flat: {'met' if is_good(result) else 'NOT met'}"


def is_good(result: dict[str, Any]) -> bool:
    sizes = [size for _rows, size in result["first"]["memory"]]
    is_flat = not sizes or max(sizes) <= sizes[0] * MEMORY_MAY_GROW
    return bool(is_flat and result["first"]["rows_per_second"] >= LIMIT_ROWS_PER_SECOND)


def write_file(path: Path, rows: int) -> None:
    """The same file every time; some rows speak of a client that an earlier row has brought."""
    dice = random.Random(1)
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(HEADERS)
        for number in range(rows):
            one = number if dice.random() > DOUBLES else dice.randrange(number + 1)
            writer.writerow(_row(one, dice))


def _row(one: int, dice: random.Random) -> list[str]:
    phone = f"8 (9{10 + one // 10**7 % 90}) {one // 10_000 % 1000:03}-{one // 100 % 100:02}-{one % 100:02}"
    company = f"ООО «{dice.choice(KINDS)} {dice.choice(THINGS)}» {one}"
    person = f"{dice.choice(NAMES)} {dice.choice(SURNAMES)}"
    return [company, dice.choice(CITIES), person, "директор", phone, f"Info{one}@firm{one % 977}.example"]


def _in_own_process(file: Path, folder: Path) -> str:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("VEDU_")}
    environment |= {"VEDU_HOME": str(folder / "home"), "DJANGO_SETTINGS_MODULE": "vedu.settings"}
    root = Path(__file__).resolve().parent.parent
    command = [sys.executable, "-m", "bench.import_clients", str(file)]
    return subprocess.run(command, cwd=root, env=environment, check=True, stdout=subprocess.PIPE, text=True).stdout


def _run(file: Path) -> dict[str, Any]:
    import django

    django.setup()
    from vedu.commands import prepare

    prepare.database()
    return {"first": _import(file), "again": _import(file), "limit_seconds": _bare(file)}


def _import(file: Path) -> dict[str, Any]:
    from vedu.clients.imports import preparing, running

    run = preparing.begin(file, by=None, format_code="clients")
    memory: list[tuple[int, int]] = []
    started, cpu = time.perf_counter(), time.process_time()
    step = max(1, run.rows_total // 10)

    def watch(one: Any) -> None:
        if one.rows_read // step > len(memory):
            memory.append((one.rows_read, _megabytes()))

    running.carry_out(run, watch)
    seconds, cpu = time.perf_counter() - started, time.process_time() - cpu
    return {
        "seconds": round(seconds, 1),
        "rows_per_second": round(run.rows_total / seconds),
        "rows_per_cpu_second": round(run.rows_total / cpu),
        "counts": ", ".join(f"{name} {count:,}" for name, count in run.counts.items()),
        "memory": memory,
    }


def _bare(file: Path) -> float:
    started = time.perf_counter()
    base = sqlite3.connect(file.with_suffix(".sqlite3"))
    base.execute("CREATE TABLE rows (a, b, c, d, e, f)")
    with file.open(encoding="utf-8", newline="") as lines, base:
        base.executemany("INSERT INTO rows VALUES (?, ?, ?, ?, ?, ?)", csv.reader(lines))
    base.close()
    return time.perf_counter() - started


def _megabytes() -> int:
    """What the process holds now; where the system does not tell, the most it has held."""
    statm = Path("/proc/self/statm")
    if statm.exists():
        return int(statm.read_text().split()[1]) * resource.getpagesize() >> 20
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10


if __name__ == "__main__":
    sys.stdout.write(json.dumps(_run(Path(sys.argv[1]))))
