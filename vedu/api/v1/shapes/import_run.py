"""A run of an import: a file, what its columns mean, what came of it."""

from typing import Any

from pydantic import BaseModel

from vedu.api.answer import Json, moment
from vedu.api.problems import fact
from vedu.api.v1.shapes.values import In, Row, UtcMoment, row_of
from vedu.clients.imports.preparing import complaints
from vedu.clients.imports.run import ImportRun, Phase

COUNTS = ("rows_total", "rows_done", "rows_read", "new", "existing", "unchanged", "refused")
PLAIN = ("id", "format", "file_name", "phase", "failure", *COUNTS)
MOMENTS = ("created_at", "started_at", "finished_at", "undone_at")
COLUMNS = (*PLAIN, *MOMENTS, "by_id")
ROW_COLUMNS = ("id", "number", "cells", "reasons")
BEFORE_WRITING = (Phase.MAPPING, Phase.CHECKED)


class MappingIn(In):
    """``columns``: header → field; ``stages``, ``owners``: name in the file → one of ours."""

    mapping: dict[str, Any]


class RunOut(BaseModel):
    id: int
    by: int | None
    format: str
    file_name: str
    phase: Phase
    failure: str
    rows_total: int
    rows_done: int
    rows_read: int
    new: int
    existing: int
    unchanged: int
    refused: int
    created_at: UtcMoment
    started_at: UtcMoment | None
    finished_at: UtcMoment | None
    undone_at: UtcMoment | None


class WholeRunOut(RunOut):
    """``questions`` are what stops it before anything is written; ``survey`` what the file holds; ``check`` what a
    rehearsal found; ``kept`` what undoing left in place and why."""

    mapping: dict[str, Any]
    survey: dict[str, Any]
    check: dict[str, Any]
    kept: list[Any]
    questions: list[dict[str, Any]]


class RefusedRowOut(BaseModel):
    """``number`` of the line in the file, its ``cells`` as they stand there."""

    id: int
    number: int
    cells: list[str]
    reasons: list[dict[str, Any]]


def run(row: Row) -> Json:
    shape = {name: row[name] for name in PLAIN} | {name: moment(row[name]) for name in MOMENTS}
    return shape | {"by": row["by_id"]}


def whole_run(record: ImportRun) -> Json:
    questions = complaints(record) if record.phase in BEFORE_WRITING else []
    return run(row_of(record, COLUMNS)) | {
        "mapping": record.mapping,
        "survey": record.survey,
        "check": record.check_result,
        "kept": record.kept,
        "questions": [fact(reason) for reason in questions],
    }
