"""What the import command says: plain lines."""

import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vedu.clients.imports.format import format_named
from vedu.clients.imports.refused_report import lines, report
from vedu.clients.imports.run import ImportRun
from vedu.clients.imports.target import NOTES
from vedu.foundation.people.user import User
from vedu.foundation.refusal import Reason

SHOWN = 20
Refused = tuple[int, Sequence[str], str]


def recognised(run: ImportRun) -> str:
    """What the file was taken for."""
    words = {"file": run.file_name, "format": format_named(run.format).label, "how": run.survey["how"]}
    sentence = ngettext(
        "%(file)s: %(format)s (%(how)s), %(rows)d row", "%(file)s: %(format)s (%(how)s), %(rows)d rows", run.rows_total
    )
    return sentence % {**words, "rows": run.rows_total}


def how_to_map(reasons: Sequence[Reason]) -> Iterator[str]:
    """The answers that a mapping file has to give, and where the first pipelines come from."""
    if any(reason.code == "pipeline-missing" for reason in reasons) and not User.objects.exists():
        yield _("Nobody works here yet. The first pipelines come with: vedu user add LOGIN --role administrator")
    stages = {reason.facts["stage"]: "" for reason in reasons if reason.code == "stage-unmapped"}
    if stages:
        yield _("Nothing was written. Answer in a file and pass it with --mapping (stage, won, lost or skip):")
        yield json.dumps({"stages": stages}, ensure_ascii=False, indent=2)
        choices = next(reason.facts["choices"] for reason in reasons if "choices" in reason.facts)
        yield _("Your stages: %(stages)s") % {"stages": "; ".join(choices)}


def rehearsed(run: ImportRun, refused: Sequence[Refused]) -> Iterator[str]:
    yield _("Nothing was written; this is what would be.")
    yield _counts(run.check_result)
    yield from _notes(run.check_result.get("notes", {}))
    yield from _refused(refused, _path("dry-run-refused.csv"), lines(run.survey["headers"], refused))


def done(run: ImportRun, seconds: float) -> Iterator[str]:
    speed = round(run.rows_read / max(seconds, 0.001))
    yield _("Done in %(seconds).1f s, %(speed)d rows a second.") % {"seconds": seconds, "speed": speed}
    yield _counts(run.counts)
    yield from _notes(run.notes)
    first = [(row.number, row.cells, row.sentence) for row in run.refused_rows.all()[: SHOWN + 1]]
    yield from _refused(first, _path(f"{run.pk}-refused.csv"), report(run), run.refused)
    if run.batches.exists():
        yield _("To undo: vedu import --undo %(number)d") % {"number": run.pk}


def undone(run: ImportRun) -> Iterator[str]:
    yield _("Import %(number)d (%(file)s) is undone.") % {"number": run.pk, "file": run.file_name}
    if run.kept:
        yield _("Left in place, for people have worked with it since: %(count)d") % {"count": len(run.kept)}
    for entry in run.kept[:SHOWN]:
        yield f"  {entry['kind']} {entry['id']} «{entry['name']}»: {entry['why']}"


def _counts(counts: dict[str, int]) -> str:
    return _("new %(new)d, existing %(existing)d, unchanged %(unchanged)d, refused %(refused)d") % counts


def _notes(notes: dict[str, int]) -> Iterator[str]:
    for code, rows in notes.items():
        yield str(NOTES[code]) % {"rows": rows}


def _refused(first: Sequence[Refused], path: Path, whole: Iterable[str], count: int | None = None) -> Iterator[str]:
    """A few rows are told at once; many are written to a file as well."""
    for number, _cells, why in first[:SHOWN]:
        yield _("  line %(number)d: %(why)s") % {"number": number, "why": why}
    if len(first) <= SHOWN:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as file:
        file.writelines(whole)
    yield _("All %(count)d refused rows with reasons: %(file)s") % {"count": count or len(first), "file": path}


def _path(name: str) -> Path:
    return Path(settings.HOME) / "imports" / name
