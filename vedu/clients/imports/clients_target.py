"""The target "clients": a row is a company with one of its people, or a person who buys himself."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.translation import gettext as _

from vedu.clients import claim_limit
from vedu.clients.client import Client
from vedu.clients.consent import recognition
from vedu.clients.imports.client_batch import ClientBatch
from vedu.clients.imports.client_fields import CLIENT_FIELDS
from vedu.clients.imports.client_reader import all_keys, read_client
from vedu.clients.imports.client_writer import write
from vedu.clients.imports.draft import ClientDraft
from vedu.clients.imports.field import Field
from vedu.clients.imports.mapping import Record
from vedu.clients.imports.owner_book import OwnerBook
from vedu.clients.imports.target import Job, Outcome, Session, Verdict
from vedu.clients.imports.trace import Trace
from vedu.foundation.refusal import Reason


class ClientsTarget:
    code = "clients"
    fields: Sequence[Field] = CLIENT_FIELDS
    names: Sequence[tuple[str, ...]] = (("owner",),)

    def suggestions(self, survey: Mapping[str, Any], job: Job) -> dict[str, dict[str, str]]:  # noqa: ARG002
        return {}

    def complaints(self, survey: Mapping[str, Any], job: Job) -> list[Reason]:  # noqa: ARG002
        if job.mapping.fields() & NAMING:
            return []
        sentence = _("No column names the client: say which one holds the company or the person.")
        return [Reason("column-missing", sentence, {"field": "columns"})]

    def open(self, job: Job, trace: Trace) -> Session:  # noqa: ARG002
        return ClientsSession(job)


NAMING = {"company", "contact", "first_name", "last_name", "phone", "email"}


class ClientsSession:
    """Rows of one run. ``room``: how many more clients the importer may keep (OWN-5), None without a limit."""

    def __init__(self, job: Job) -> None:
        self._job = job
        self._owners = OwnerBook(job)
        limited = job.by is not None and not job.by.is_leading
        self._room = claim_limit.room_of(Client.objects.held, job.by) if limited and job.by else None

    def write(self, records: Sequence[Record], trace: Trace) -> list[Outcome]:
        read = [self._read(record, trace) for record in records]
        batch = ClientBatch([draft for draft, _wrong in read if draft], self._job)
        outcomes = [self._settle(batch, draft, wrong) for draft, wrong in read]
        write(batch, trace)
        recognition.mark([draft for draft, _wrong in read], outcomes)
        return outcomes

    def cells(self, record: Record) -> dict[str, str]:
        return {str(one.label): _shown(record[one.code]) for one in CLIENT_FIELDS if one.code in record}

    def keys(self, record: Record) -> list[str]:
        draft, _wrong = read_client(record, by_name=self._job.format.links_by_name(record))
        return all_keys(draft) if draft else []

    def _read(self, record: Record, trace: Trace) -> tuple[ClientDraft | None, list[Reason]]:
        draft, wrong = read_client(record, by_name=self._job.format.links_by_name(record))
        if draft:
            draft.owner_id = self._owners.id_of(record.get("owner", ""), trace)
        return draft, wrong

    def _settle(self, batch: ClientBatch, draft: ClientDraft | None, wrong: list[Reason]) -> Outcome:
        if draft is None:
            return Outcome(Verdict.REFUSED, wrong)
        if self._room is not None and draft.owner_id is not None:
            return self._settle_in_room(batch, draft)
        settled = batch.settle(draft)
        return Outcome(settled.verdict, settled.reasons, settled.note)

    def _settle_in_room(self, batch: ClientBatch, draft: ClientDraft) -> Outcome:
        """A seller takes from the pool only as many as his role may keep."""
        assert self._job.by is not None
        place = batch.find(draft)
        is_free = place is None or place.owner_id is None
        if self._room == 0 and is_free:
            return Outcome(Verdict.REFUSED, claim_limit.no_room(self._job.by).reasons)
        settled = batch.settle(draft)
        if is_free and settled.place and settled.place.given_owner and self._room:
            self._room -= 1
        return Outcome(settled.verdict, settled.reasons, settled.note)


def _shown(value: str | list[str]) -> str:
    return value if isinstance(value, str) else ", ".join(value)


TARGET = ClientsTarget()
