"""amoCRM's export of deals (russia.md): ``amocrm_export_leads_YYYY-MM-DD.csv`` or ``.xlsx``."""

from pathlib import Path

from django.utils.translation import gettext_lazy as _

from vedu.clients.imports.format import Format, Refine
from vedu.clients.imports.mapping import Record

NOT_CLOSED = "не закрыта"
ALIASES = {
    "deal_id": ("ID",),
    "deal": ("Название сделки",),
    "amount": ("Бюджет", "Бюджет ₽", "Бюджет руб"),
    "owner": ("Ответственный",),
    "opened_at": ("Дата создания сделки", "Дата создания"),
    "closed_at": ("Дата закрытия",),
    "stage": ("Этап сделки",),
    "pipeline": ("Воронка",),
    "contact": ("Полное имя контакта", "Основной контакт"),
    "company": ("Компания", "Компания контакта"),
    "client_owner": ("Ответственный за контакт",),
    "about": ("Примечание",),
    "phone": (
        "Рабочий телефон",
        "Рабочий прямой телефон",
        "Мобильный телефон",
        "Факс",
        "Другой телефон",
        "Рабочий телефон (контакт)",
        "Рабочий прямой телефон (контакт)",
        "Мобильный телефон (контакт)",
        "Другой телефон (контакт)",
    ),
    "personal_phone": ("Домашний телефон", "Домашний телефон (контакт)"),
    "email": ("Рабочий email", "Другой email", "Рабочий email (контакт)", "Другой email (контакт)"),
    "personal_email": ("Личный email", "Личный email (контакт)"),
    "lost_reason": ("Причина отказа",),
}
SIGNATURE = ("ID", "Название сделки", "Бюджет", "Ответственный", "Этап сделки", "Воронка", "Дата закрытия")


def refine(_file: Path) -> Refine:
    """«не закрыта» in the closing date is no date."""

    def change(record: Record) -> None:
        if record.get("closed_at", "").strip().lower() == NOT_CLOSED:
            del record["closed_at"]

    return change


DEALS = Format(
    "amocrm-deals",
    _("amoCRM, deals"),
    "deals",
    source="amocrm",
    aliases=ALIASES,
    signature=SIGNATURE,
    company_by_name=True,
    refine=refine,
)
