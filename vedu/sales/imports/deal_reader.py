"""Reads a record about a deal: every wrong cell is named, not just the first."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any, TypeVar

from django.utils import timezone
from django.utils.translation import gettext as _

from vedu.clients.imports.cells import BadCell, day_of, moment_of
from vedu.clients.imports.client_reader import COMPANY, digest_of, numbers_of, read_client
from vedu.clients.imports.draft import ClientDraft
from vedu.clients.imports.mapping import Record
from vedu.clients.imports.owner_book import OwnerBook
from vedu.clients.imports.place import person_key
from vedu.clients.imports.survey import joined
from vedu.clients.imports.target import Job
from vedu.clients.imports.trace import Trace
from vedu.foundation.refusal import Reason
from vedu.foundation.values.currencies import CURRENCIES
from vedu.foundation.values.money import Money
from vedu.sales.imports.deal_draft import DealDraft
from vedu.sales.imports.stage_book import OPEN, SKIP, StageBook, StandsAt, options_of, result_of

NAME_LENGTH, SOURCE_LENGTH, KEY_LENGTH = 255, 120, 180
LARGEST = Decimal(10) ** 13
CLOCKS_DIFFER = timedelta(days=1)
NAMING = ("company", "contact", "first_name", "last_name", "phone", "email")
T = TypeVar("T")


class DealReader:
    """One a run: keeps the books of stages and of people."""

    def __init__(self, job: Job, stages: StageBook) -> None:
        self._job, self._stages, self._owners = job, stages, OwnerBook(job)
        self._has_stages = "stage" in job.mapping.fields()

    def read(self, record: Record, trace: Trace) -> tuple[DealDraft | None, list[Reason]]:
        """The draft, or None with every reason why not."""
        wrong: list[Reason] = []
        digest = digest_of({code: value for code, value in record.items() if code != "changed_at"})
        name = _one_line(record.get("deal", ""))
        client = self._client(record, name, wrong)
        money = _told(lambda: self._money(record), wrong)
        at = _told(lambda: self._stands_at(record), wrong)
        times = _told(lambda: self._times(record, at), wrong) if at else None
        owner_id = self._owner(record, wrong, trace) if not wrong else None
        if client is None or money is None or at is None or times is None or owner_id is None:
            return None, wrong
        opened_at, closed_at, expected_on = times
        draft = DealDraft(
            key=_key(record, digest),
            digest=digest,
            name=(name or client.name)[:NAME_LENGTH],
            client=client,
            stage=self._stages.stage_of(at),
            result=at.result,
            amount=money.rounded().amount,
            currency=money.currency,
            owner_id=owner_id,
            opened_at=opened_at,
            client_owner_id=self._client_owner(record, trace),
            closed_at=closed_at,
            expected_on=expected_on,
            source=_source(record)[:SOURCE_LENGTH],
            has_no_client=not any(code in record for code in (*NAMING, "company_id", "contact_id")),
            lost_reason=record.get("lost_reason", "") or at.reason,
        )
        return draft, []

    def _client(self, record: Record, name: str, wrong: list[Reason]) -> ClientDraft | None:
        """A deal without any client gets one of its own, named after it: deals of strangers do not share a client.
        Where the file has but the client's number, that is the client."""
        number = record.get("deal_id", "")
        if not any(code in record for code in NAMING):
            words = " · ".join(filter(None, (name, number)))
            if not words:
                wrong.append(Reason("deal-unnamed", _("The row names neither a deal nor a client.")))
                return None
            own = f"client-of:{number}" if number else f"row:{digest_of(record)}"
            keys = [key[:KEY_LENGTH] for key in numbers_of(record) or [own]]
            return ClientDraft(name=words[:NAME_LENGTH], kind=COMPANY, keys=keys)
        draft, reasons = read_client(record, by_name=self._job.format.links_by_name(record))
        wrong.extend(reasons)
        if draft and draft.keys[:1] == [f"row:{draft.digest}"] and " " in draft.name:
            draft.keys = [f"person:{person_key(draft.name)}"[:KEY_LENGTH]]
        if draft:
            draft.digest = ""
        return draft

    def _money(self, record: Record) -> Money:
        currency = record.get("currency", "").strip().upper() or options_of(self._job).currency
        if currency not in CURRENCIES:
            raise BadCell("currency-unknown", _("“%(text)s” is not a currency known here.") % {"text": currency[:40]})
        if "amount" not in record:
            return Money.zero(currency)
        try:
            money = Money.parse(record["amount"], currency)
        except ValueError as error:
            raise BadCell("amount-wrong", f"{error}.") from error
        if money.amount < 0 or money.amount >= LARGEST:
            raise BadCell(
                "amount-wrong", _("The value of a deal cannot be %(text)s.") % {"text": record["amount"][:40]}
            )
        return money

    def _stands_at(self, record: Record) -> StandsAt:
        """A column that tells the end wins over the stage, which then is where the deal was won or lost."""
        stage, ended = record.get("stage", ""), _ended(record.get("result", ""))
        if not stage and self._has_stages and ended == OPEN:
            raise BadCell("stage-missing", _("The row does not say at which stage the deal is."))
        if not stage:
            return StandsAt(ended, self._stages.default)
        at = self._stages.stands_at(record.get("pipeline", ""), stage)
        if at is None or at.result == SKIP:
            raise BadCell("stage-left-out", _("Deals at the stage “%(stage)s” are left out.") % {"stage": stage[:60]})
        return at if ended == OPEN else replace(at, result=ended)

    def _times(self, record: Record, at: StandsAt) -> tuple[datetime, datetime | None, Any]:
        """Opened, closed, expected. What the file says of the closing of an open deal is when it is expected."""
        opened_at, closed_at = _moment(record, "opened_at"), _moment(record, "closed_at")
        expected_on = day_of(record["expected_on"]) if "expected_on" in record else None
        if at.result == OPEN:
            expected_on = expected_on or (timezone.localdate(closed_at) if closed_at else None)
            opened_at = opened_at or self._job.at
            self._require_past(opened_at)
            return opened_at, None, expected_on
        closed_at = self._closed(closed_at, _moment(record, "changed_at"))
        opened_at = opened_at or closed_at
        self._require_past(opened_at, closed_at)
        if timezone.localdate(closed_at) == timezone.localdate(opened_at):
            closed_at = max(opened_at, closed_at)  # a bare day begins at midnight
        if closed_at < opened_at:
            raise BadCell("closed-before-opened", _("The deal was closed before it was opened."))
        return opened_at, closed_at, expected_on

    def _closed(self, closed_at: datetime | None, changed_at: datetime | None) -> datetime:
        """A deal that is over was closed by its last change, when the file has no day of it or one yet to come."""
        if closed_at is None or (changed_at and self._lies_ahead(closed_at)):
            closed_at = changed_at
        if closed_at is None:
            raise BadCell("close-date-missing", _("A closed deal needs the date when it was closed."))
        return closed_at

    def _require_past(self, *moments: datetime) -> None:
        if any(map(self._lies_ahead, moments)):
            raise BadCell("date-ahead", _("A date that should have passed lies ahead."))

    def _lies_ahead(self, moment: datetime) -> bool:
        return moment > self._job.at + CLOCKS_DIFFER

    def _owner(self, record: Record, wrong: list[Reason], trace: Trace) -> int | None:
        owner_id = self._owners.id_of(record.get("owner", ""), trace) or (self._job.by.pk if self._job.by else None)
        if owner_id is None:
            wrong.append(Reason("owner-missing", _("The row does not say who leads the deal.")))
        return owner_id

    def _client_owner(self, record: Record, trace: Trace) -> int | None:
        return self._owners.id_of(record["client_owner"], trace) if "client_owner" in record else None


def _told(read: Callable[[], T], wrong: list[Reason]) -> T | None:
    try:
        return read()
    except BadCell as error:
        wrong.append(error.reason)
        return None


def _moment(record: Record, code: str) -> datetime | None:
    return moment_of(record[code]) if code in record else None


def _ended(text: str) -> str:
    """Won, lost, or open where nothing is said."""
    result = result_of(text) if text else OPEN
    if not result:
        raise BadCell("result-unknown", _("“%(text)s” says neither won, lost nor open.") % {"text": text[:40]})
    return result


def _source(record: Record) -> str:
    """«Веб-сайт · yandex / cpc / spring»: the source with its advertising marks."""
    return _one_line(" · ".join(filter(None, (record.get("deal_source", ""), joined(record.get("utm", ()))))))


def _key(record: Record, digest: str) -> str:
    return f"deal:{record['deal_id']}"[:KEY_LENGTH] if "deal_id" in record else f"deal-row:{digest}"


def _one_line(text: str) -> str:
    return " ".join(text.split())
