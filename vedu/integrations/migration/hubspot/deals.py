"""HubSpot's export of deals (russia.md): stages by their labels, with the pipeline in brackets, or by "closedwon"."""

from pathlib import Path

from django.utils.translation import gettext_lazy as _

from vedu.clients.imports.format import Format, Refine
from vedu.clients.imports.mapping import Record
from vedu.integrations.migration.hubspot.associations import part_email, take_first
from vedu.sales.imports.stage_book import WON

ALIASES = {
    "deal_id": ("Record ID", "Deal ID", "ID записи"),
    "deal": ("Deal Name", "Название сделки"),
    "stage": ("Deal Stage", "Этап сделки", "Стадия сделки"),
    "pipeline": ("Pipeline", "Воронка"),
    "result": ("Is Closed Won",),
    "closed_at": ("Close Date", "Дата закрытия"),
    "opened_at": ("Create Date", "Дата создания"),
    "changed_at": ("Last Modified Date",),
    "owner": ("Deal owner", "Владелец сделки"),
    "amount": ("Amount", "Сумма"),
    "currency": ("Currency", "Deal Currency", "Deal Currency Code", "Валюта"),
    "lost_reason": ("Closed Lost Reason", "Причина проигрыша"),
    "deal_source": ("Original Source", "Original Source Type", "Original Traffic Source", "Источник"),
    "company": ("Associated Company", "Associated Company (Primary)", "Primary Associated Company"),
    "company_id": (
        "Associated Company IDs",
        "Associated Company IDs (Primary)",
        "Primary Associated Company ID",
        "Associated Company ID",
    ),
    "contact": ("Associated Contact", "Associated Contacts"),
    "contact_id": ("Associated Contact IDs", "Associated Contact ID"),
}
SIGNATURE = (
    "Record ID|ID записи",
    "Deal Name|Название сделки",
    "Deal Stage|Этап сделки",
    "Pipeline|Воронка",
    "Close Date|Дата закрытия",
    "Deal owner|Владелец сделки",
    "Amount|Сумма",
)


def refine(_file: Path) -> Refine:
    def change(record: Record) -> None:
        take_first(record, "company", "company_id", "contact", "contact_id")
        part_email(record)
        _part_pipeline(record)
        if record.pop("result", "").lower() == "true":
            record["result"] = WON

    return change


def _part_pipeline(record: Record) -> None:
    """«Closed won (Sales Pipeline)» is a stage and its pipeline, not a stage and a reason."""
    stage, gap, pipeline = record.get("stage", "").removesuffix(")").rpartition(" (")
    if gap and record["stage"].endswith(")") and record.setdefault("pipeline", pipeline) == pipeline:
        record["stage"] = stage


DEALS = Format(
    "hubspot-deals",
    _("HubSpot, deals"),
    "deals",
    source="hubspot",
    aliases=ALIASES,
    signature=SIGNATURE,
    fallbacks=("company", "company_id"),
    company_by_name=True,
    company_by_number=True,
    refine=refine,
)
