"""A row about a deal as it will be, for the eye of the person who confirms."""

from django.utils.translation import get_language

from vedu.clients.imports.mapping import Record
from vedu.foundation.values.money import Money
from vedu.foundation.values.money_text import money_text
from vedu.sales.deals.deal import DealState
from vedu.sales.imports.deal_fields import DEAL_FIELDS
from vedu.sales.imports.stage_book import OPEN, SKIP, StageBook

# What a person looks at first; the rest follows in the order of the fields.
FIRST = ("deal", "company", "amount", "stage", "owner", "opened_at", "closed_at", "contact", "phone")
LEFT_OUT = ("pipeline", "deal_id")


def shown(record: Record, stages: StageBook) -> dict[str, str]:
    """Label → text, the stage under our name for it."""
    labels = {field.code: str(field.label) for field in DEAL_FIELDS}
    codes = [*FIRST, *(code for code in labels if code not in FIRST and code not in LEFT_OUT)]
    return {labels[code]: _text(code, record, stages) for code in codes if code in record}


def _text(code: str, record: Record, stages: StageBook) -> str:
    value = record[code]
    if code == "stage":
        return _stage(record, stages)
    if code == "amount":
        return _amount(value, stages.currency)
    return value if isinstance(value, str) else ", ".join(value)


def _stage(record: Record, stages: StageBook) -> str:
    at = stages.stands_at(record.get("pipeline", ""), record["stage"])
    if at is None or at.result == SKIP:
        return str(record["stage"])
    return stages.names_of(at)[1] if at.result == OPEN else str(DealState(at.result).label)


def _amount(text: str, currency: str) -> str:
    try:
        money = Money.parse(text, currency)
    except ValueError:
        return text
    return money_text(money.amount, money.currency, get_language() or "ru")
