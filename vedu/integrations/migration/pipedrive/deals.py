"""Pipedrive's export of deals (russia.md): the stage says where a deal stands, the status how it ended."""

from pathlib import Path

from django.utils.translation import gettext_lazy as _

from vedu.clients.imports.cells import BadCell, moment_of
from vedu.clients.imports.format import Format, Refine
from vedu.clients.imports.mapping import Record
from vedu.sales.imports.stage_book import OPEN, result_of

ALIASES = {
    "deal_id": ("Deal - ID", "Сделка - ID"),
    "deal": ("Deal - Title", "Сделка - Название"),
    "amount": ("Deal - Value", "Сделка - Стоимость", "Сделка - Сумма", "Сделка - Значение"),
    "currency": ("Deal - Currency", "Deal - Currency of Value", "Сделка - Валюта", "Сделка - Валюта стоимости"),
    "company": ("Deal - Organization", "Deal - Organisation", "Сделка - Организация"),
    "contact": ("Deal - Contact person", "Сделка - Контактное лицо"),
    "owner": ("Deal - Owner", "Сделка - Владелец", "Сделка - Ответственный"),
    "pipeline": ("Deal - Pipeline", "Сделка - Воронка"),
    "stage": ("Deal - Stage", "Сделка - Этап", "Сделка - Стадия"),
    "result": ("Deal - Status", "Сделка - Статус"),
    "opened_at": ("Deal - Deal created", "Deal - Created", "Сделка - Сделка создана", "Сделка - Дата создания"),
    "closed_at": (
        "Deal - Won time",
        "Deal - Lost time",
        "Deal - Deal closed on",
        "Сделка - Время выигрыша",
        "Сделка - Время проигрыша",
        "Сделка - Дата выигрыша",
        "Сделка - Дата проигрыша",
        "Сделка - Сделка закрыта",
    ),
    "expected_on": ("Deal - Expected close date", "Сделка - Ожидаемая дата закрытия"),
    "lost_reason": ("Deal - Lost reason", "Сделка - Причина проигрыша"),
    "deal_source": ("Deal - Source", "Deal - Source channel", "Сделка - Источник"),
    "phone": (
        "Person - Phone - Work",
        "Person - Phone - Mobile",
        "Person - Phone - Other",
        "Контакт - Телефон - Рабочий",
        "Контакт - Телефон - Мобильный",
    ),
    "personal_phone": ("Person - Phone - Home", "Контакт - Телефон - Домашний"),
    "email": ("Person - Email - Work", "Person - Email - Other", "Контакт - Эл. почта - Рабочий"),
    "personal_email": ("Person - Email - Home", "Контакт - Эл. почта - Домашний"),
}
SIGNATURE = (
    "Deal - Title|Сделка - Название",
    "Deal - Value|Сделка - Стоимость|Сделка - Сумма|Сделка - Значение",
    "Deal - Organization|Deal - Organisation|Сделка - Организация",
    "Deal - Owner|Сделка - Владелец|Сделка - Ответственный",
    "Deal - Stage|Сделка - Этап|Сделка - Стадия",
    "Deal - Status|Сделка - Статус",
)


def refine(_file: Path) -> Refine:
    """A deal that is open was closed once at the most: when that was says nothing of when it will be."""

    def change(record: Record) -> None:
        if result_of(record.get("result", "")) == OPEN:
            record.pop("closed_at", None)
        if "deal_id" not in record and (number := _number(record)):
            record["deal_id"] = number

    return change


def _number(record: Record) -> str:
    """Exports seldom have the deal's own number; its name, client and birth tell it from others for ever."""
    if "opened_at" not in record or "deal" not in record:
        return ""
    client = record.get("company") or record.get("contact", "")
    return " · ".join(filter(None, (record["deal"], client, _moment(record["opened_at"]))))


def _moment(text: str) -> str:
    """The same for CSV and for a workbook, where days may be numbers."""
    try:
        return moment_of(text).isoformat()
    except BadCell:
        return text


DEALS = Format(
    "pipedrive-deals",
    _("Pipedrive, deals"),
    "deals",
    source="pipedrive",
    aliases=ALIASES,
    signature=SIGNATURE,
    fallbacks=("closed_at",),
    company_by_name=True,
    refine=refine,
)
