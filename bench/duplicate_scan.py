"""How long the search for duplicates takes on so many clients, and how many of the planted ones it finds."""

import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

LIMIT_OF_100_000 = 60  # seconds on one core
LIKELY = 0.5
Say = Callable[[str], None]
ONE_CORE = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")


def measure(count: int, *, json_file: Path | None, say: Say) -> int:
    """In a process and a base of their own. Returns 1 when the work is more than the limit for one core; the clock of a
    shared machine tells how busy it was besides."""
    with tempfile.TemporaryDirectory(prefix="vedu-bench-") as home:
        settings = {"VEDU_HOME": home, "VEDU_DATABASE_URL": os.environ.get("VEDU_DATABASE_URL", "")}
        command = [sys.executable, "-m", "bench.duplicate_scan", str(count)]
        environment = {**os.environ, **ONE_CORE, **{name: text for name, text in settings.items() if text}}
        done = subprocess.run(
            command, check=True, env=environment, cwd=Path(__file__).parents[1], stdout=subprocess.PIPE, text=True
        )
    result: dict[str, Any] = json.loads(done.stdout)
    say("\n".join(f"{name.replace('_', ' '):32} {figure:,}" for name, figure in result.items()))
    if json_file is not None:
        json_file.write_text(json.dumps(result, indent=1))
    return 1 if result["cpu_seconds"] > LIMIT_OF_100_000 * max(count / 100_000, 1) else 0


def _run(count: int) -> dict[str, Any]:
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "vedu.settings")
    django.setup()
    from bench.made_up_clients import made_up, pairs_of
    from vedu.clients.duplicates.probable_pair import ProbablePair
    from vedu.clients.duplicates.scan import DuplicateScan
    from vedu.clients.duplicates.scanning import search
    from vedu.commands import prepare

    prepare.database()
    clients = made_up(count)
    planted = set(pairs_of(clients, _write(clients)))
    del clients
    before = _most_megabytes()
    scan = DuplicateScan.order(by=None)
    started, cpu = time.perf_counter(), time.process_time()
    search(scan)
    seconds, cpu = time.perf_counter() - started, time.process_time() - cpu
    found = {(left, right): score for left, right, score in ProbablePair.objects.values_list("left", "right", "score")}
    likely = {pair for pair, score in found.items() if score >= LIKELY}
    return {
        "clients": scan.clients,
        "seconds": round(seconds, 1),
        "cpu_seconds": round(cpu, 1),
        "pairs_compared": scan.compared,
        "pairs_in_the_queue": len(found),
        "planted": len(planted),
        "recall_of_the_queue": round(len(planted & found.keys()) / max(len(planted), 1), 4),
        "precision_of_the_queue": round(len(planted & found.keys()) / max(len(found), 1), 4),
        "recall_of_the_likely": round(len(planted & likely) / max(len(planted), 1), 4),
        "precision_of_the_likely": round(len(planted & likely) / max(len(likely), 1), 4),
        "megabytes_before": before,
        "megabytes_at_most": _most_megabytes(),
    }


def _write(clients: list[Any]) -> list[int]:
    from django.db import connection, transaction
    from django.utils import timezone

    from vedu.clients.client import Client
    from vedu.clients.contact import Contact
    from vedu.clients.contact_point import ContactPoint
    from vedu.clients.requisites import Requisites
    from vedu.foundation.many_rows import insert, reserve_ids
    from vedu.foundation.values.fold import fold

    now = timezone.now()
    with transaction.atomic():
        ids = reserve_ids(Client, len(clients))
        both = list(zip(ids, clients, strict=True))
        rows = ((pk, one.name, fold(one.name), one.city) for pk, one in both)
        insert(Client, ["id", "name", "name_folded", "city"], rows, created_at=now)
        points = [(pk, "phone", phone) for pk, one in both for phone in one.phones]
        points += [(pk, "email", email) for pk, one in both for email in one.emails]
        insert(ContactPoint, ["client_id", "kind", "value"], points)
        people = ((pk, person, fold(person)) for pk, one in both for person in one.people)
        insert(Contact, ["client_id", "name", "name_folded"], people, created_at=now)
        official = {one.inn: (pk, one.inn, one.address) for pk, one in both if one.inn}
        insert(Requisites, ["client_id", "inn", "address"], official.values())
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    return ids


def _most_megabytes() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10


if __name__ == "__main__":
    sys.stdout.write(json.dumps(_run(int(sys.argv[1]))))
