"""Schemathesis at every operation of the API, as the owner of the business and as a seller, on a real server.

Run by ``vedu bench fuzz``, on SQLite, over a demo world that is thrown away. It asks what the description
(/api/v1/openapi.json) allows and what it forbids, alone and in chains, with all of its checks; what stands against one
of them is said in fuzz.toml and fuzz_hooks.py."""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from bench import server

ROWS = 20  # cases drawn for each operation, beside those that try every bound
PEOPLE = ("gromov", "kotova")  # the owner of the business, a seller
ROOT = Path(__file__).parents[1]
Say = Callable[[str], None]


def measure(*, say: Say, json_file: Path | None = None, rows: int = ROWS) -> int:
    """Returns 1 when a check failed; then what it was is said as well."""
    with tempfile.TemporaryDirectory(prefix="vedu-bench-") as folder:
        environment = _environment(Path(folder) / "home")
        _vedu(environment, "demo", "wholesale", "--small", "--build-only")
        tokens = {login: _vedu(environment, "token", login).strip() for login in PEOPLE}
        with server.running([], environment) as running:
            reports = {login: _asked(running.port, tokens[login], rows, Path(folder), say) for login in PEOPLE}
    results = {login: figures(report) for login, report in reports.items()}
    for login, result in results.items():
        say(f"{login}: " + ", ".join(f"{name} {number:,}" for name, number in result.items()))
    if json_file is not None:
        json_file.write_text(json.dumps(results, indent=1))
    return 1 if any(result["failures"] + result["errors"] for result in results.values()) else 0


def figures(report: Mapping[str, Any]) -> dict[str, int]:
    """Out of a report of Schemathesis. Operations that were not reached are errors."""
    operations, cases = report["operations"] or {"tested": 0, "selected": 1}, report["test_cases"]
    unreached = operations["selected"] - operations["tested"]
    errors = sum(error["count"] for error in report["errors"]) + unreached
    return {
        "operations": operations["tested"],
        "cases": cases["generated"],
        "failures": cases["unique_failures"],
        "errors": errors,
    }


def _asked(port: int, token: str, rows: int, folder: Path, say: Say) -> dict[str, Any]:
    """The report of one person's run. NUL is left out: the API takes none (400), whatever the description allows to
    text; tests/api/test_parser.py holds that."""
    report = folder / "report.json"
    command = [
        *(sys.executable, "-m", "schemathesis.cli", "--config-file", str(ROOT / "bench" / "fuzz.toml")),
        *("run", f"http://127.0.0.1:{port}/api/v1/openapi.json", "--header", f"Authorization: Bearer {token}"),
        *("--checks", "all", "--continue-on-failure", "--max-examples", str(rows), "--seed", "7", "--workers", "2"),
        *("--generation-allow-x00", "false", "--generation-database", "none", "--warnings", "off", "--no-color"),
        *("--report", "json", "--report-json-path", str(report)),
    ]
    hooks = {"SCHEMATHESIS_HOOKS": "bench.fuzz_hooks", "PYTHONPATH": str(ROOT)}
    asked = subprocess.run(command, cwd=folder, env=os.environ | hooks, capture_output=True, text=True, check=False)
    if asked.returncode:
        say(asked.stdout[asked.stdout.find("= FAILURES =") :] + asked.stderr)
    found: dict[str, Any] = json.loads(report.read_text())
    return found


def _environment(home: Path) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("VEDU_")}
    return kept | {"VEDU_HOME": str(home), "VEDU_LANGUAGE": "en", "VEDU_ENRICHMENT": "fixture"}


def _vedu(environment: Mapping[str, str], *arguments: str) -> str:
    command = [sys.executable, "-m", "vedu.cli", *arguments]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout
