"""How near the norms of stages come to the true ones (STAGE-7), and how long 100,000 deals take to learn from."""

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

ACCURATE, LARGE, FEW = 5_000, 100_000, 29
LIMIT, NEAR = 10, 0.05  # seconds; share of the true norm
SEED, SEEDS = 7, 40
Say = Callable[[str], None]


def measure(*, json_file: Path | None, say: Say, rows: int = LARGE) -> int:
    """In a process and a base of their own. Returns 1 when a norm is further from the truth than NEAR, when too few
    deals are taken for a norm, or when the work takes more than the LIMIT."""
    with tempfile.TemporaryDirectory(prefix="vedu-bench-") as home:
        settings = {"VEDU_HOME": home, "VEDU_DATABASE_URL": os.environ.get("VEDU_DATABASE_URL", "")}
        environment = {**os.environ, **{name: text for name, text in settings.items() if text}}
        command = [sys.executable, "-m", "bench.norms", str(rows)]
        done = subprocess.run(
            command, check=True, env=environment, cwd=Path(__file__).parents[1], stdout=subprocess.PIPE, text=True
        )
    result: dict[str, Any] = json.loads(done.stdout)
    say(told(result))
    if json_file is not None:
        json_file.write_text(json.dumps(result, indent=1))
    return 0 if is_good(result) else 1


def is_good(result: dict[str, Any]) -> bool:
    near = all(abs(row["error"]) <= NEAR for row in result["norms"])
    return near and set(result["few"]) == {"preset"} and result["seconds"] <= LIMIT * max(result["deals"] / LARGE, 1)


def told(result: dict[str, Any]) -> str:
    """What a person reads."""
    near, furthest = result["near"], result["furthest"]
    lines = [f"{ACCURATE:,} deals:   true     norm    error   stays  went on", *map(_row, result["norms"])]
    lines.append(
        f"of {SEEDS} such histories {near:.1%} of the norms are within {NEAR:.0%}, the furthest is {furthest:.1%} off"
    )
    lines.append(f"{FEW} deals: {', '.join(sorted(set(result['few'])))}")
    lines.append(f"{result['deals']:,} deals, {result['moves']:,} moves, {result['touches']:,} touches:")
    lines.append(
        f"  {result['seconds']} s, {result['cpu_seconds']} s of CPU, {result['reading_seconds']} of them for reading"
    )
    lines.append(f"  memory {result['megabytes_before']} MB before, {result['megabytes_at_most']} at most")
    return "\n".join(lines)


def _row(row: dict[str, Any]) -> str:
    errors = f"{row['true']:6.2f}  {row['days']:7.2f}  {row['error']:+7.2%}"
    return f"  {row['stage']:11} {errors}  {row['spells']:6,}  {row['events']:7,}"


def _run(count: int) -> dict[str, Any]:
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "vedu.settings")
    django.setup()
    from vedu.commands import prepare
    from vedu.foundation.people.user import User

    prepare.database()
    owner = User.objects.create_user("boss", role="owner", password=None)
    return {**_accuracy(owner), **_over_seeds(), **_few(owner), **_speed(owner, count)}


def _accuracy(owner: Any) -> dict[str, Any]:
    from bench.known_histories import HAZARDS
    from vedu.insight.stage_norms.stage_norm import StageNorm

    stages = _written("Accurate", ACCURATE, owner, SEED)
    rows = StageNorm.objects.filter(stage__in=stages, segment="").order_by("stage__position")
    norms = [
        {
            "stage": f"Weibull {hazard.shape}",
            "true": round(hazard.quantile(), 3),
            "days": row.days,
            "error": round(row.days / hazard.quantile() - 1, 4) if row.days else -1.0,
            "spells": row.spells,
            "events": row.events,
        }
        for hazard, row in zip(HAZARDS, rows, strict=True)
    ]
    return {"norms": norms}


def _over_seeds() -> dict[str, Any]:
    """The same without a base: how often chance alone takes a norm further off."""
    from bench.known_histories import HAZARDS, histories
    from vedu.insight.stage_norms.survival import norm_of

    errors = [
        abs((norm_of(stays.end - stays.start, stays.went_on) or 0) / hazard.quantile() - 1)
        for seed in range(SEEDS)
        for hazard, stays in zip(HAZARDS, histories(ACCURATE, seed), strict=True)
    ]
    return {"near": sum(error <= NEAR for error in errors) / len(errors), "furthest": round(max(errors), 4)}


def _few(owner: Any) -> dict[str, Any]:
    from vedu.insight.stage_norms.stage_norm import StageNorm
    from vedu.insight.stage_norms.standing import norm_from

    stages = _written("Few", FEW, owner, SEED)
    rows = StageNorm.objects.filter(stage__in=stages).values()
    return {"few": [norm_from(row, 7).source for row in rows]}


def _speed(owner: Any, count: int) -> dict[str, Any]:
    from django.utils import timezone

    from vedu.insight.stage_norms.learning import WINDOW, history_since, learn
    from vedu.sales.deals.move import Move
    from vedu.sales.touches.touch import Touch

    stages = _written("Large", count, owner, SEED)
    before, now = _most_megabytes(), timezone.now()
    cpu = time.process_time()
    history_since(now - WINDOW, now)
    reading = time.process_time() - cpu
    started, cpu = time.perf_counter(), time.process_time()
    learn(now)
    seconds, cpu = time.perf_counter() - started, time.process_time() - cpu
    return {
        "deals": count,
        "moves": Move.objects.filter(to_stage__in=stages).count(),
        "touches": Touch.objects.filter(deal__stage__in=stages).count(),
        "reading_seconds": round(reading, 2),
        "seconds": round(seconds, 2),
        "cpu_seconds": round(cpu, 2),
        "megabytes_before": before,
        "megabytes_at_most": _most_megabytes(),
    }


def _written(name: str, count: int, owner: Any, seed: int) -> list[int]:
    """So many deals of a pipeline of their own, and the norms learned; the ids of its stages."""
    from django.utils import timezone

    from bench.known_histories import histories, pipeline_of, write
    from vedu.foundation.housekeeping import refresh_statistics
    from vedu.insight.stage_norms.learning import learn

    pipeline, stages = pipeline_of(name)
    write(pipeline, stages, histories(count, seed), timezone.now(), owner, seed=seed)
    refresh_statistics()
    if count < LARGE:
        learn(timezone.now())
    return [stage.pk for stage in stages]


def _most_megabytes() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10


if __name__ == "__main__":
    sys.stdout.write(json.dumps(_run(int(sys.argv[1]))))
