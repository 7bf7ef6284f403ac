"""Bitrix24's export of leads (russia.md): requests that have not become deals there. Each becomes a deal here."""

from pathlib import Path

from django.utils.translation import gettext_lazy as _

from vedu.clients.imports.format import Format, Refine
from vedu.clients.imports.mapping import Record
from vedu.integrations.migration.bitrix24.currencies import name_currency
from vedu.sales.imports.deal_options import DealOptions
from vedu.sales.imports.stage_book import LOST, SKIP

ALIASES = {
    "deal_id": ("ID",),
    "stage": ("Статус", "Стадия", "Status", "Stage"),
    "deal": ("Название лида", "Название", "Lead name", "Lead title", "Name"),
    "amount": ("Сумма", "Возможная сумма", "Amount", "Opportunity", "Total"),
    "currency": ("Валюта", "Currency"),
    "owner": ("Ответственный", "Responsible person", "Responsible"),
    "opened_at": ("Дата создания", "Created on", "Created"),
    "changed_at": ("Дата изменения", "Modified on", "Modified"),
    "closed_at": ("Дата завершения", "Completed on"),
    "about": ("Комментарий", "Comment"),
    "deal_source": ("Источник", "Source"),
    "utm": ("UTM Source", "UTM Medium", "UTM Campaign"),
    "lost_reason": ("Причина провала", "Причина отказа"),
    "first_name": ("Имя", "First name"),
    "patronymic": ("Отчество", "Second name"),
    "last_name": ("Фамилия", "Last name"),
    "job_title": ("Должность", "Position"),
    "phone": (
        "Рабочий телефон",
        "Мобильный телефон",
        "Другой телефон",
        "Work phone",
        "Mobile",
        "Other phone",
    ),
    "personal_phone": ("Домашний телефон", "Home phone"),
    "email": ("Рабочий e-mail", "Другой e-mail", "Work e-mail", "Other e-mail"),
    "personal_email": ("Частный e-mail", "Home e-mail"),
    "site": ("Корпоративный сайт", "Сайт", "Corporate website"),
    "company": ("Название компании", "Компания", "Company name"),
}
SIGNATURE = (
    "ID",
    "Статус|Стадия|Status|Stage",
    "Название лида|Lead name|Lead title",
    "Имя|First name",
    "Фамилия|Last name",
    "Сумма|Возможная сумма|Amount|Opportunity|Total",
    "UTM Source",
)
# What became of a lead there comes by the export of deals.
STAGES = {
    "Качественный лид": SKIP,
    "Сконвертирован": SKIP,
    "Good lead": SKIP,
    "Converted": SKIP,
    "Некачественный лид": LOST,
    "Junk lead": LOST,
}


def refine(_file: Path) -> Refine:
    """Leads have numbers of their own: lead 7 is not deal 7."""

    def change(record: Record) -> None:
        if number := record.get("deal_id"):
            record["deal_id"] = f"lead {number}"
        name_currency(record)

    return change


LEADS = Format(
    "bitrix24-leads",
    _("Bitrix24, leads"),
    "deals",
    source="bitrix24",
    aliases=ALIASES,
    signature=SIGNATURE,
    left_out=("Дата начала",),
    company_by_name=True,
    refine=refine,
    options=DealOptions(stages=STAGES),
)
