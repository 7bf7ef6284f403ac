"""amoCRM's export of contacts and companies (russia.md): a row is a person or, by «Тип», a company."""

from pathlib import Path

from django.utils.translation import gettext_lazy as _

from vedu.clients.imports.format import Format, Refine
from vedu.clients.imports.mapping import Record

COMPANY = "компания"
ALIASES = {
    "contact_id": ("ID",),
    "client_kind": ("Тип",),
    "contact": ("Полное имя контакта", "Наименование"),
    "first_name": ("Имя",),
    "last_name": ("Фамилия",),
    "company": ("Название компании", "Компания"),
    "owner": ("Ответственный",),
    "created_at": ("Дата создания контакта", "Дата создания"),
    "about": ("Примечание",),
    "phone": ("Рабочий телефон", "Рабочий прямой телефон", "Мобильный телефон", "Факс", "Другой телефон"),
    "personal_phone": ("Домашний телефон",),
    "email": ("Рабочий email", "Другой email"),
    "personal_email": ("Личный email",),
    "site": ("Web",),
    "address": ("Адрес",),
    "city": ("Город",),
    "client_source": ("Источник",),
    "job_title": ("Должность",),
    "skype": ("Skype",),
}
SIGNATURE = (
    "ID",
    "Тип",
    "Полное имя контакта",
    "Название компании",
    "Ответственный",
    "Дата создания контакта",
    "Сделки",
)


def refine(_file: Path) -> Refine:
    """A row of the type «Компания» is the company itself: its number and its name are not a person's."""

    def change(record: Record) -> None:
        if record.pop("client_kind", "").strip().lower() != COMPANY:
            return
        if "contact_id" in record:
            record["company_id"] = record.pop("contact_id")
        name = record.pop("contact", "")
        record.setdefault("company", name)

    return change


CONTACTS = Format(
    "amocrm-contacts",
    _("amoCRM, contacts and companies"),
    "clients",
    source="amocrm",
    aliases=ALIASES,
    signature=SIGNATURE,
    company_by_name=True,
    refine=refine,
)
