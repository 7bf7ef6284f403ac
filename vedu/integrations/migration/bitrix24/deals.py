"""Bitrix24's export of deals (russia.md): CSV, or an HTML table under the name of ``.xls``."""

from pathlib import Path

from django.utils.translation import gettext_lazy as _

from vedu.clients.imports.format import Format, Refine
from vedu.clients.imports.mapping import Record
from vedu.integrations.migration.bitrix24.currencies import name_currency
from vedu.integrations.migration.bitrix24.stage_group import end_by_group

ALIASES = {
    "deal_id": ("ID",),
    "pipeline": ("Направление", "Воронка", "Pipeline", "Category"),
    "stage": ("Стадия сделки", "Стадия", "Deal stage", "Stage"),
    "result": ("Группа", "Группа стадии", "Группа стадий", "Stage group"),
    "deal": ("Название сделки", "Название", "Deal name", "Name"),
    "amount": ("Сумма", "Amount", "Total", "Opportunity"),
    "currency": ("Валюта", "Currency"),
    "owner": ("Ответственный", "Responsible person", "Responsible"),
    "opened_at": ("Дата создания", "Created on", "Created"),
    "changed_at": ("Дата изменения", "Modified on", "Modified"),
    # Bitrix24 puts the day of the end here when a deal ends.
    "closed_at": ("Предполагаемая дата закрытия", "Дата завершения", "Expected close date", "End date"),
    "about": ("Комментарий", "Comment"),
    "deal_source": ("Источник", "Source"),
    "utm": ("UTM Source", "UTM Medium", "UTM Campaign"),
    "lost_reason": ("Причина провала", "Причина отказа", "Reason for failure"),
    "contact": ("Контакт", "Contact"),
    "contact_id": ("Контакт: ID", "Contact: ID"),
    "first_name": ("Контакт: Имя", "Contact: First name"),
    "patronymic": ("Контакт: Отчество", "Contact: Second name", "Contact: Middle name"),
    "last_name": ("Контакт: Фамилия", "Contact: Last name"),
    "job_title": ("Контакт: Должность", "Contact: Position"),
    "phone": (
        "Контакт: Рабочий телефон",
        "Контакт: Мобильный телефон",
        "Контакт: Другой телефон",
        "Компания: Рабочий телефон",
        "Компания: Мобильный телефон",
        "Компания: Другой телефон",
        "Contact: Work phone",
        "Contact: Mobile",
        "Contact: Other phone",
        "Company: Work phone",
    ),
    "personal_phone": ("Контакт: Домашний телефон", "Contact: Home phone"),
    "email": (
        "Контакт: Рабочий e-mail",
        "Контакт: Другой e-mail",
        "Компания: Рабочий e-mail",
        "Компания: Другой e-mail",
        "Contact: Work e-mail",
        "Contact: Other e-mail",
        "Company: Work e-mail",
    ),
    "personal_email": ("Контакт: Частный e-mail", "Contact: Home e-mail"),
    "company": ("Компания", "Компания: Название компании", "Company", "Company: Company name"),
    "company_id": ("Компания: ID", "Company: ID"),
}
MIDNIGHT = " 12:00 am"
SIGNATURE = (
    "ID",
    "Направление|Воронка|Pipeline",
    "Стадия сделки|Deal stage|Stage",
    "Название сделки|Deal name|Name",
    "Сумма|Amount|Total",
    "Ответственный|Responsible person|Responsible",
    "Дата изменения|Modified on|Modified",
    "Дата начала|Start date|Begin date",
    "Предполагаемая дата закрытия|Дата завершения|Expected close date|End date",
)


def refine(_file: Path) -> Refine:
    """The group of a stage tells the end; currencies go by name; a bare day is American where moments are."""

    def change(record: Record) -> None:
        end_by_group(record)
        name_currency(record)
        if record.get("opened_at", "").lower().endswith(("am", "pm")) and ":" not in record.get("closed_at", ":"):
            record["closed_at"] += MIDNIGHT

    return change


DEALS = Format(
    "bitrix24-deals",
    _("Bitrix24, deals"),
    "deals",
    source="bitrix24",
    aliases=ALIASES,
    signature=SIGNATURE,
    left_out=("Тип", "Type", "Дата начала", "Start date", "Begin date"),
    fallbacks=("company",),
    company_by_name=True,
    company_by_number=True,
    refine=refine,
)
