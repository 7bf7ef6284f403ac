"""A dry run: every batch is written as in earnest, looked at, and rolled back. Nothing stays."""

from collections.abc import Callable, Sequence
from typing import Any

from django.db import transaction
from django.utils import timezone

from vedu.clients.imports.mapping import Record
from vedu.clients.imports.preparing import job_of, require_ready, target_of
from vedu.clients.imports.reading.table import Line
from vedu.clients.imports.run import ImportRun, Phase
from vedu.clients.imports.running import Watch, batches, said
from vedu.clients.imports.target import Outcome, Session, Verdict
from vedu.clients.imports.trace import Trace

SHOWN, REFUSED_SHOWN = 12, 200
MAY_CHECK = (Phase.MAPPING, Phase.CHECKED)
OnRefused = Callable[[Line, Sequence[dict[str, str]]], None]


def rehearse(run: ImportRun, watch: Watch | None = None, on_refused: OnRefused | None = None) -> None:
    """Leaves in ``run.check_result`` the counts, the first rows as they will be and the first refused ones."""
    start(run)
    go_on(run, watch, on_refused)


def start(run: ImportRun) -> None:
    """From now on the run is being checked, here or in a job."""
    run.require_phase(*MAY_CHECK)
    require_ready(run)
    run.require_enter(Phase.CHECKING, *MAY_CHECK, rows_done=0, rows_read=0, failure="")


def go_on(run: ImportRun, watch: Watch | None = None, on_refused: OnRefused | None = None) -> None:
    """The check itself, of a run that has been started."""
    rehearsal = _Rehearsal(run, on_refused)
    try:
        for lines, records in batches(run):
            rehearsal.play(lines, records)
            run.rows_read += len(lines)
            run.beat_at = timezone.now()
            run.save(update_fields=["rows_read", "beat_at"])
            if watch:
                watch(run)
    except Exception as failure:
        run.enter(Phase.MAPPING, failure=str(failure))
        raise
    run.enter(Phase.CHECKED, check_result=rehearsal.result(), rows_done=0, rows_read=0)


class _Rehearsal:
    def __init__(self, run: ImportRun, on_refused: OnRefused | None) -> None:
        self._run, self._on_refused = run, on_refused
        self._counts: dict[str, int] = dict.fromkeys(Verdict, 0)
        self._notes: dict[str, int] = {}
        self._shown: list[dict[str, Any]] = []
        self._refused: list[dict[str, Any]] = []
        # What earlier batches made is gone again: their keys tell which later rows would have met them.
        self._met: set[int] = set()

    def play(self, lines: Sequence[Line], records: Sequence[Record]) -> None:
        trace = Trace()
        with transaction.atomic():
            session = target_of(self._run).open(job_of(self._run), trace)
            outcomes = session.write(records, trace)
            transaction.set_rollback(True)
        for line, record, outcome in zip(lines, records, outcomes, strict=True):
            self._look(line, record, outcome, session)
        for record in records:
            self._met.update(map(hash, session.keys(record)))

    def result(self) -> dict[str, Any]:
        return {**self._counts, "notes": self._notes, "rows": self._shown, "refused_rows": self._refused}

    def _look(self, line: Line, record: Record, outcome: Outcome, session: Session) -> None:
        verdict = outcome.verdict
        if verdict == Verdict.NEW and any(hash(key) in self._met for key in session.keys(record)):
            verdict = Verdict.EXISTING
        self._counts[verdict] += 1
        if outcome.note:
            self._notes[outcome.note] = self._notes.get(outcome.note, 0) + 1
        if verdict == Verdict.REFUSED:
            self._refuse(line, outcome)
        elif len(self._shown) < SHOWN:
            self._shown.append({"number": line.number, "verdict": verdict, "cells": session.cells(record)})

    def _refuse(self, line: Line, outcome: Outcome) -> None:
        reasons = said(outcome.reasons)
        if len(self._refused) < REFUSED_SHOWN:
            self._refused.append({"number": line.number, "cells": line.cells, "reasons": reasons})
        if self._on_refused:
            self._on_refused(line, reasons)
