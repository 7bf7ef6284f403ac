"""The target "deals": a row is a deal of a client, open or closed long ago."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vedu.clients.imports.client_writer import write as write_clients
from vedu.clients.imports.field import Field
from vedu.clients.imports.mapping import Record
from vedu.clients.imports.survey import SEPARATOR, TOGETHER, joined
from vedu.clients.imports.target import Job, Outcome, Session, Verdict
from vedu.clients.imports.trace import Trace
from vedu.foundation.refusal import Reason
from vedu.sales.deals.receiving import why_not_receiving
from vedu.sales.imports.deal_batch import DealBatch
from vedu.sales.imports.deal_draft import DealDraft
from vedu.sales.imports.deal_fields import DEAL_FIELDS
from vedu.sales.imports.deal_reader import NAMING, DealReader
from vedu.sales.imports.deal_writer import DealWriter
from vedu.sales.imports.preview import shown
from vedu.sales.imports.stage_book import StageBook

STAGES = SEPARATOR.join(("pipeline", "stage"))
Read = tuple[DealDraft | None, list[Reason]]


class DealsTarget:
    code = "deals"
    fields: Sequence[Field] = DEAL_FIELDS
    names: Sequence[tuple[str, ...]] = (("pipeline", "stage"), ("owner",), ("client_owner",))

    def suggestions(self, survey: Mapping[str, Any], job: Job) -> dict[str, dict[str, str]]:  # noqa: ARG002
        return {}

    def complaints(self, survey: Mapping[str, Any], job: Job) -> list[Reason]:
        if not job.mapping.fields() & {"deal", *NAMING}:
            sentence = _("No column names the deal or its client: say which one does.")
            return [Reason("column-missing", sentence, {"field": "columns"})]
        book = StageBook(job)
        if not book.knows_pipeline():
            sentence = _("There is no pipeline to put the deals into: set one up or name one of yours.")
            return [Reason("pipeline-missing", sentence, {"field": "pipeline"})]
        return [
            *(_unmapped(joined(names), rows, book) for names, rows in unmapped(book, survey)),
            *(_misunderstood(answer, book) for answer in book.misunderstood()),
        ]

    def open(self, job: Job, trace: Trace) -> Session:
        return DealsSession(job, trace)


def unmapped(book: StageBook, survey: Mapping[str, Any]) -> list[tuple[tuple[str, str], int]]:
    """Pipeline and stage that nobody has said anything of, with the number of their rows."""
    return [(names, rows) for names, rows in stages_in(survey) if book.stands_at(*names) is None]


def stages_in(survey: Mapping[str, Any]) -> list[tuple[tuple[str, str], int]]:
    """The stages of the file with the pipelines it names, if it does; rows without a stage are left out."""
    found = survey.get("names", {}).get(STAGES, {})
    apart = ((name.split(TOGETHER), rows) for name, rows in found.items())
    return [((pipeline, stage), rows) for (pipeline, stage), rows in apart if stage]


def _misunderstood(answer: str, book: StageBook) -> Reason:
    sentence = _("“%(stage)s” is none of your stages; there are: %(stages)s.")
    words = {"stage": answer, "stages": _listed(book.choices())}
    return Reason("stage-unknown", sentence % words, {"stage": answer, "field": "stages"})


def _listed(names: Sequence[str]) -> str:
    """In quotes, for a name may have a comma in it."""
    return ", ".join(_("“%(name)s”") % {"name": name} for name in names)


def _unmapped(name: str, rows: int, book: StageBook) -> Reason:
    sentence = ngettext(
        "Say which stage of yours “%(stage)s” is (%(rows)d row).",
        "Say which stage of yours “%(stage)s” is (%(rows)d rows).",
        rows,
    )
    words = {"stage": name, "rows": rows}
    return Reason("stage-unmapped", sentence % words, {**words, "choices": book.choices()})


class DealsSession:
    def __init__(self, job: Job, trace: Trace) -> None:
        self._job = job
        self._stages = StageBook(job)
        self._stages.install_preset(trace)
        self._reader, self._writer = DealReader(job, self._stages), DealWriter(job)

    def write(self, records: Sequence[Record], trace: Trace) -> list[Outcome]:
        read = without_shut([self._reader.read(record, trace) for record in records])
        batch = DealBatch([draft for draft, _wrong in read if draft], self._job)
        outcomes = [_settle(batch, draft, wrong) for draft, wrong in read]
        write_clients(batch.clients, trace)
        self._writer.write(batch.accepted, trace)
        return outcomes

    def cells(self, record: Record) -> dict[str, str]:
        return shown(record, self._stages)

    def keys(self, record: Record) -> list[str]:
        return [f"deal:{record['deal_id']}"] if "deal_id" in record else []


def without_shut(read: Sequence[Read]) -> list[Read]:
    """A stage may have been deleted, or its pipeline archived, since the run began: its rows are refused."""
    stages = {draft.stage.pk: draft.stage for draft, _wrong in read if draft}
    shut = {pk: reason for pk, stage in stages.items() if (reason := why_not_receiving(stage))}
    return [(None, [shut[one[0].stage.pk]]) if one[0] and one[0].stage.pk in shut else one for one in read]


def _settle(batch: DealBatch, draft: DealDraft | None, wrong: list[Reason]) -> Outcome:
    return batch.settle(draft) if draft else Outcome(Verdict.REFUSED, wrong)


TARGET = DealsTarget()
