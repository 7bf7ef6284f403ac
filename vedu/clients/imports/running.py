"""Carries an import out, batch by batch: each is one transaction, so a run that stops goes on where it was."""

from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from vedu.clients.imports.at_work import at_work
from vedu.clients.imports.batch import ImportBatch
from vedu.clients.imports.format import format_named
from vedu.clients.imports.mapping import Columns, Mapping, Record
from vedu.clients.imports.preparing import job_of, require_ready, target_of
from vedu.clients.imports.reading.open_table import open_table
from vedu.clients.imports.reading.table import Line
from vedu.clients.imports.refused_row import RefusedRow
from vedu.clients.imports.run import ImportRun, Phase
from vedu.clients.imports.target import Outcome, Verdict
from vedu.clients.imports.trace import Trace
from vedu.foundation.bulk_work import bulk_work, one_batch
from vedu.foundation.events import Event, tell
from vedu.foundation.many_rows import insert
from vedu.foundation.refusal import Reason, Refused

# So many rows hold the database for half a second: others hardly notice.
BATCH = 5000
MAY_START = (Phase.MAPPING, Phase.CHECKED, Phase.FAILED)
Watch = Callable[[ImportRun], None]


def carry_out(run: ImportRun, watch: Watch | None = None) -> None:
    """Write everything that is not written yet. Raises Missing while questions are open, Refused when the run is
    already at work. On any other failure what is written stays, and the run can go on or be undone."""
    start(run)
    go_on(run, watch)


def go_on(run: ImportRun, watch: Watch | None = None) -> None:
    """The work itself, of a run that has been started."""
    try:
        with at_work(run), bulk_work():
            _write_rest(run, watch or _nobody_watches)
    except Exception as failure:
        if isinstance(failure, Refused) and failure.codes == ["import-at-work"]:
            raise  # the other one goes on
        run.enter(Phase.FAILED, failure=str(failure) if isinstance(failure, Refused) else repr(failure))
        raise


def start(run: ImportRun) -> None:
    """From now on the run is at work, here or in a job."""
    run.require_phase(*MAY_START)
    require_ready(run)
    facts = {
        "started_at": run.started_at or timezone.now(),
        "event_mark": run.event_mark or Event.objects.aggregate(last=Max("pk"))["last"] or 0,
        "rows_done": run.rows_done if run.phase == Phase.FAILED else 0,
        "failure": "",
    }
    run.require_enter(Phase.RUNNING, *MAY_START, **facts)


def batches(run: ImportRun) -> Iterator[tuple[list[Line], list[Record]]]:
    """The lines after the last one done, with what they say."""
    table, one = open_table(run.file), format_named(run.format)
    columns = Columns.of(Mapping.of(run.mapping), table.headers, target_of(run).fields)
    refine = one.refine(run.file) if one.refine else None
    lines = table.rows(after=run.rows_done)
    while batch := list(islice(lines, BATCH)):
        records = [columns.record(line.cells) for line in batch]
        if refine:
            for record in records:
                refine(record)
        yield batch, records


def _write_rest(run: ImportRun, watch: Watch) -> None:
    job, session = job_of(run), None
    for done in run.batches.all():
        job.before.add(done.created)
    last = run.batches.aggregate(last=Max("number"))["last"]
    for number, (lines, records) in enumerate(batches(run), start=0 if last is None else last + 1):
        trace = Trace()
        with one_batch(), transaction.atomic():
            session = session or target_of(run).open(job, trace)
            outcomes = session.write(records, trace)
            _keep(run, number, lines, outcomes, trace)
        job.before.add(trace.ranges())
        watch(run)
    _finish(run)


def _keep(run: ImportRun, number: int, lines: Sequence[Line], outcomes: Sequence[Outcome], trace: Trace) -> None:
    if (created := trace.ranges()) or trace.filled:
        ImportBatch.objects.create(run=run, number=number, created=created, filled=trace.filled)
    refused = [pair for pair in zip(lines, outcomes, strict=True) if pair[1].verdict == Verdict.REFUSED]
    insert(
        RefusedRow,
        ["number", "cells", "reasons"],
        [(line.number, line.cells, said(outcome.reasons)) for line, outcome in refused],
        run_id=run.pk,
    )
    for outcome in outcomes:
        setattr(run, outcome.verdict, getattr(run, outcome.verdict) + 1)
        if outcome.note:
            run.notes[outcome.note] = run.notes.get(outcome.note, 0) + 1
    run.rows_done, run.beat_at = lines[-1].number, timezone.now()
    run.rows_read += len(lines)
    run.save(update_fields=["rows_done", "rows_read", "beat_at", "notes", *Verdict])


def said(reasons: Sequence[Reason]) -> list[dict[str, str]]:
    return [{"code": reason.code, "sentence": reason.sentence} for reason in reasons]


def _finish(run: ImportRun) -> None:
    with transaction.atomic():
        run.enter(Phase.DONE, finished_at=timezone.now())
        facts: dict[str, Any] = {"run": run.pk, "format": run.format, "file": run.file_name, **run.counts}
        tell("import.finished", by=run.by, **facts)


def _nobody_watches(run: ImportRun) -> None:
    """The default watcher."""
