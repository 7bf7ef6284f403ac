"""The command ``vedu import``: a file in, words for the person at the terminal out."""

import argparse
import json
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from vedu.clients.imports import preparing, rehearsal, running, undoing
from vedu.clients.imports.at_work import give_up_if_killed
from vedu.clients.imports.run import ImportRun, Phase
from vedu.foundation.people.roles import Role
from vedu.foundation.people.user import User
from vedu.foundation.refusal import Missing, Reason, Refused
from vedu.integrations.migration import telling
from vedu.integrations.migration.progress_bar import ProgressBar

Out = Callable[[str], None]


def run(
    path: Path,
    format: str = "",  # noqa: A002 - the word of the command line
    mapping: Path | Mapping[str, Any] | None = None,
    dry_run: bool = False,
    by: User | None = None,
    *,
    out: Out,
) -> int:
    """Import the file; returns 0. ``mapping`` is JSON or a file of it (docs/import.md), ``by`` None the
    installation itself.

    Raises Refused before anything is written: for a file that is no table, and with every stage not mapped."""
    if by is not None:
        by.require_selling()
    _require_no_stopped(Path(path), by)
    one = preparing.begin(Path(path), by=by, format_code=format, given=_given(mapping))
    out(telling.recognised(one))
    _require_ready(one, out)
    return _rehearse(one, out) if dry_run else _carry_out(one, out)


def resume(number: int, *, out: Out) -> int:
    """Go on after the last row that a stopped or killed run has written."""
    one = _stopped(number)
    out(_("Import %(number)d goes on after row %(row)d.") % {"number": number, "row": one.rows_done})
    return _carry_out(one, out)


def undo(number: int, by: User | None = None, *, out: Out) -> int:
    """Take back what the run wrote; tells what stays because it was changed since."""
    one = _stopped(number)
    undoing.undo(one, by=by)
    for line in telling.undone(one):
        out(line)
    return 0


def run_from_terminal(options: argparse.Namespace, out: Out) -> int:
    """``options`` of vedu/commands/import_command.py."""
    by = person(options.by)
    if options.undo is not None:
        return undo(options.undo, by, out=out)
    if options.resume is not None:
        return resume(options.resume, out=out)
    if options.file is None:
        raise ValueError(_("Say which file to import, or which import to undo."))
    return run(options.file, options.format or "", options.mapping, options.dry_run, by, out=out)


def person(login: str | None) -> User | None:
    """The one named, else the first administrator, else the first owner, else the installation itself."""
    if login:
        found = User.objects.filter(username=login, is_active=True).first()
        if found is None:
            raise ValueError(_("There is no colleague with the login “%(login)s”.") % {"login": login})
        return found
    chiefs = User.objects.filter(is_active=True, role__in=(Role.ADMINISTRATOR, Role.OWNER))
    return chiefs.order_by("role", "pk").first()


def _stopped(number: int) -> ImportRun:
    """The run of this number; one whose process was killed counts as stopped."""
    one = ImportRun.objects.filter(pk=number).first()
    if one is None:
        raise ValueError(_("There is no import number %(number)d.") % {"number": number})
    give_up_if_killed(one)
    return one


def _require_no_stopped(path: Path, by: User | None) -> None:
    """Rows that nothing tells apart would come in twice if a file that stopped half-way were begun anew."""
    runs = ImportRun.objects.filter(path=str(path.resolve()), by=by, rows_done__gt=0)
    for one in runs.filter(phase__in=(Phase.RUNNING, Phase.FAILED)):
        give_up_if_killed(one)
        if one.phase == Phase.FAILED:
            sentence = _(
                "Import %(number)d of this file stopped after row %(row)d: "
                "go on with “vedu import --resume %(number)d”, or take it back with “vedu import --undo %(number)d”."
            )
            words = {"number": one.pk, "row": one.rows_done}
            raise Refused(Reason("import-stopped", sentence % words, {"run": one.pk}))


def _given(mapping: Path | Mapping[str, Any] | None) -> Mapping[str, Any]:
    if mapping is None or isinstance(mapping, Mapping):
        return mapping or {}
    try:
        given = json.loads(Path(mapping).read_text(encoding="utf-8-sig"))
    except ValueError as error:
        raise ValueError(_("%(file)s is not JSON: %(error)s") % {"file": mapping, "error": error}) from error
    if not isinstance(given, dict):
        raise ValueError(_("%(file)s does not hold a JSON object.") % {"file": mapping})
    return given


def _require_ready(one: ImportRun, out: Out) -> None:
    """A run that may not start leaves no trace."""
    reasons = preparing.complaints(one)
    if not reasons:
        return
    one.delete()
    for line in telling.how_to_map(reasons):
        out(line)
    raise Missing(*reasons)


def _rehearse(one: ImportRun, out: Out) -> int:
    refused: list[tuple[int, list[str], str]] = []

    def note(line: Any, reasons: Any) -> None:
        refused.append((line.number, line.cells, " ".join(reason["sentence"] for reason in reasons)))

    try:
        with ProgressBar() as bar:
            rehearsal.rehearse(one, bar, note)
        for line in telling.rehearsed(one, refused):
            out(line)
    finally:
        one.delete()
    return 0


def _carry_out(one: ImportRun, out: Out) -> int:
    started = time.monotonic()
    with ProgressBar() as bar:
        running.carry_out(one, bar)
    for line in telling.done(one, time.monotonic() - started):
        out(line)
    return 0
