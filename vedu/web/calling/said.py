"""What the form of a call says: one key, and what it asked for."""

from collections.abc import Mapping
from datetime import datetime

from django.utils.translation import gettext as _

from vedu.clients.client import Client
from vedu.clients.local_time import zone_of
from vedu.foundation.refusal import invalid
from vedu.sales.calling.outcome import CallOutcome
from vedu.sales.calling.recording import Said
from vedu.sales.deals.refusal_reason import RefusalReason
from vedu.sales.playbooks.playbook import PlaybookVersion
from vedu.sales.touches.next_step import NextStep
from vedu.web.touches.step_fields import read_step

ANSWER = "answer-"
MOST_SECONDS = 4 * 60 * 60


def said_of(form: Mapping[str, str], client: Client) -> Said:
    """Raises Invalid. Fields of the other outcomes say nothing: they stand in the same form."""
    outcome = form.get("outcome") or (CallOutcome.CALL_BACK if form.get("moment") else "")
    answers = {name.removeprefix(ANSWER): words for name, words in form.items() if name.startswith(ANSWER)}
    return Said(
        outcome=outcome,
        note=form.get("note", ""),
        number=form.get("number", ""),
        has_permission=_permission(form, outcome),
        gatekeeper=form.get("gatekeeper", "") if outcome == CallOutcome.GATEKEEPER else "",
        route=form.get("route", "") if outcome == CallOutcome.GATEKEEPER else "",
        decision_maker=_decision_maker(form, outcome),
        job_title=form.get("job_title", "") if outcome == CallOutcome.DECISION_MAKER else "",
        call_back_at=_moment(form, outcome, client),
        next_step=_step(form, outcome),
        refusal=_refusal(form, outcome),
        seconds=_seconds(form.get("seconds", "")),
        version=_version(form) if answers else None,
        answers=answers,
    )


def _permission(form: Mapping[str, str], outcome: str) -> bool | None:
    """Asked of whoever answered; a number that nobody answered gives none."""
    if outcome not in (CallOutcome.DECISION_MAKER, CallOutcome.GATEKEEPER, CallOutcome.CALL_BACK, CallOutcome.REFUSED):
        return None
    return {"yes": True, "no": False}.get(form.get("permission", ""))


def _decision_maker(form: Mapping[str, str], outcome: str) -> str:
    """Named by the gatekeeper, or on the line himself."""
    names = {CallOutcome.GATEKEEPER: "named_decision_maker", CallOutcome.DECISION_MAKER: "decision_maker"}
    return form.get(names.get(outcome, ""), "")  # type: ignore[call-overload]


def _step(form: Mapping[str, str], outcome: str) -> NextStep | None:
    return read_step(form) if outcome == CallOutcome.DECISION_MAKER else None


def _moment(form: Mapping[str, str], outcome: str, client: Client) -> datetime | None:
    """By the client's clock: it is he who named the hour."""
    names = {CallOutcome.CALL_BACK: "call_back_at", CallOutcome.GATEKEEPER: "gatekeeper_at"}
    if outcome not in names:
        return None
    pressed = form.get("moment", "") if outcome == CallOutcome.CALL_BACK else ""
    text = (pressed or form.get(names[CallOutcome(outcome)], "")).strip()
    if not text:
        return None
    try:
        return datetime.fromisoformat(text).replace(tzinfo=zone_of(client), second=0, microsecond=0)
    except ValueError:
        field = "call_back_at" if outcome == CallOutcome.CALL_BACK else "gatekeeper_at"
        raise invalid(field, "due-needed", _("Write the day and the hour of the next call.")) from None


def _refusal(form: Mapping[str, str], outcome: str) -> RefusalReason | None:
    number = form.get("refusal", "")
    if outcome != CallOutcome.REFUSED or not _is_number(number):
        return None
    return RefusalReason.objects.in_use().filter(pk=number).first()


def _version(form: Mapping[str, str]) -> PlaybookVersion | None:
    number = form.get("version", "")
    return PlaybookVersion.objects.filter(pk=number).first() if _is_number(number) else None


def _seconds(text: str) -> int | None:
    return min(int(text), MOST_SECONDS) or None if _is_number(text) else None


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < 18
