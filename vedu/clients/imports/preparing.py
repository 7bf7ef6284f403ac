"""From a file to a run that may start: what it is, what its columns mean, what a person must still answer."""

from collections.abc import Mapping as AnyMapping
from pathlib import Path
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from vedu.clients.imports.field import Aliases
from vedu.clients.imports.format import Format, format_named
from vedu.clients.imports.guessing import guess
from vedu.clients.imports.mapping import Columns, Mapping, suggested_columns
from vedu.clients.imports.reading.open_table import open_table
from vedu.clients.imports.reading.table import Table
from vedu.clients.imports.run import ImportRun, Phase
from vedu.clients.imports.survey import survey
from vedu.clients.imports.target import Job, Target, target_named
from vedu.foundation.people.user import User
from vedu.foundation.refusal import Missing, Reason


def begin(
    path: Path,
    *,
    by: User | None,
    format_code: str = "",
    file_name: str = "",
    given: AnyMapping[str, Any] | None = None,
) -> ImportRun:
    """A run that waits in phase "mapping". The format is guessed from the headers when not given.

    Raises Invalid for a file that is no table, an unknown format, or a mapping that names columns it has not."""
    table = open_table(path)
    one = format_named(format_code) if format_code else guess(table.headers)
    run = ImportRun(by=by, format=one.code, file_name=(file_name or path.name)[:255], path=str(path.resolve()))
    answer(run, with_suggestions(table, one, given or {}), table)
    return run


def answer(run: ImportRun, mapping: Mapping, table: Table | None = None) -> None:
    """Keep what a person mapped; names that the file holds are looked up anew, and guessed where he said nothing."""
    if run.pk:
        run.require_phase(Phase.MAPPING, Phase.CHECKED)
        run.phase = Phase.MAPPING
    table = table or open_table(run.file)
    _require_columns(mapping, table)
    target = target_of(run)
    columns = Columns.of(mapping, table.headers, target.fields)
    one = format_named(run.format)
    refine = one.refine(run.file) if one.refine else None
    run.mapping, run.survey = mapping.to_json(), survey(table, columns, target.names, refine)
    run.rows_total = run.survey["rows"]
    for part, suggested in target.suggestions(run.survey, job_of(run)).items():
        run.mapping[part] = suggested | {name: said for name, said in run.mapping[part].items() if said}
    run.save()


def with_suggestions(table: Table, one: Format, given: AnyMapping[str, Any]) -> Mapping:
    """The columns that the headers give away, under those that a person gave."""
    mapping = Mapping.of(given)
    target = target_named(one.target)
    aliases = Aliases(target.fields, one.aliases, one.left_out)
    suggested = suggested_columns(aliases, table.headers, target.fields, one.fallbacks)
    taken = mapping.fields() - {field.code for field in target.fields if field.many}
    mapping.columns = {h: code for h, code in suggested.items() if code not in taken} | mapping.columns
    return mapping


def complaints(run: ImportRun) -> list[Reason]:
    """What stops this run before anything is written; empty when it may start."""
    return target_of(run).complaints(run.survey, job_of(run))


def require_ready(run: ImportRun) -> None:
    """Raises Missing with every question that is not answered."""
    if reasons := complaints(run):
        raise Missing(*reasons)


def target_of(run: ImportRun) -> Target:
    return target_named(format_named(run.format).target)


def job_of(run: ImportRun) -> Job:
    mapping = Mapping.of(run.mapping)
    return Job(format_named(run.format), mapping, run.by, run.started_at or timezone.now(), run.file)


def _require_columns(mapping: Mapping, table: Table) -> None:
    absent = [header for header in mapping.columns if header not in table.headers]
    if absent:
        sentence = _("The file has no column “%(column)s”; it has: %(columns)s.")
        words = {"column": absent[0], "columns": ", ".join(table.headers)}
        raise Missing(Reason("column-absent", sentence % words, {"field": "columns"}))
