"""What a person answered in the mapping form, taken over into the run."""

from django.http import QueryDict

from vedu.clients.imports import preparing
from vedu.clients.imports.format import format_named
from vedu.clients.imports.mapping import AS_NEW, ASK, FREE, JOIN, LEAVE_OUT, ME, RULES, Mapping
from vedu.clients.imports.reading.open_table import open_table
from vedu.clients.imports.run import ImportRun

NO_OWNER = {ME, FREE, RULES}
ALIKE = {AS_NEW, ASK, JOIN, LEAVE_OUT}


def take(run: ImportRun, said: QueryDict) -> bool:
    """True when more is to be asked before the file can be checked: the format or the columns have changed, and
    with them the names in the file."""
    code = str(said.get("format", run.format))
    if code != run.format:
        _change_format(run, code)
        return True
    before = Mapping.of(run.mapping)
    preparing.answer(run, _mapping(run, said))
    asked = {code for group in preparing.target_of(run).names for code in group}
    after = Mapping.of(run.mapping)
    return _columns_of(before, asked) != _columns_of(after, asked)


def _change_format(run: ImportRun, code: str) -> None:
    table, one = open_table(run.file), format_named(code)
    run.format = one.code
    preparing.answer(run, preparing.with_suggestions(table, one, {}), table)


def _mapping(run: ImportRun, said: QueryDict) -> Mapping:
    """Fields are numbered, for a header or a stage may hold any signs: column-0 with its name in column-0-name."""
    mapping = Mapping.of(run.mapping)
    mapping.columns = _numbered(said, "column")
    mapping.stages |= _numbered(said, "stage")
    mapping.owners |= _numbered(said, "owner")
    mapping.pipeline = said.get("pipeline", mapping.pipeline)
    mapping.source = said.get("source", mapping.source).strip()
    no_owner = str(said.get("no_owner", mapping.no_owner))
    mapping.no_owner = no_owner if no_owner in NO_OWNER else mapping.no_owner
    alike = str(said.get("alike", mapping.alike))
    mapping.alike = alike if alike in ALIKE else mapping.alike
    return mapping


def _numbered(said: QueryDict, what: str) -> dict[str, str]:
    answers: dict[str, str] = {}
    number = 0
    while f"{what}-{number}-name" in said:
        answers[str(said.get(f"{what}-{number}-name"))] = str(said.get(f"{what}-{number}", ""))
        number += 1
    return answers


def _columns_of(mapping: Mapping, asked: set[str]) -> set[tuple[str, str]]:
    return {(header, code) for header, code in mapping.columns.items() if code in asked}
