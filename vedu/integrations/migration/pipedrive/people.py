"""Pipedrive's export of people (russia.md), with the organizations where they work."""

from django.utils.translation import gettext_lazy as _

from vedu.clients.imports.format import Format

ALIASES = {
    "contact_id": ("Person - ID", "Контакт - ID"),
    "contact": ("Person - Name", "Контакт - Имя"),
    "job_title": ("Person - Job title", "Контакт - Должность"),
    "company": ("Person - Organization", "Person - Organisation", "Контакт - Организация"),
    "owner": ("Person - Owner", "Контакт - Владелец"),
    "created_at": ("Person - Person created", "Person - Created", "Контакт - Дата создания"),
    "phone": (
        "Person - Phone",
        "Person - Phone - Work",
        "Person - Phone - Mobile",
        "Person - Phone - Other",
        "Контакт - Телефон",
        "Контакт - Телефон - Рабочий",
        "Контакт - Телефон - Мобильный",
    ),
    "personal_phone": ("Person - Phone - Home", "Контакт - Телефон - Домашний"),
    "email": (
        "Person - Email",
        "Person - Email - Work",
        "Person - Email - Other",
        "Контакт - Эл. почта",
        "Контакт - Эл. почта - Рабочий",
    ),
    "personal_email": ("Person - Email - Home", "Контакт - Эл. почта - Домашний"),
}

PEOPLE = Format(
    "pipedrive-people",
    _("Pipedrive, people"),
    "clients",
    source="pipedrive",
    aliases=ALIASES,
    signature=(
        "Person - Name|Контакт - Имя",
        "Person - Organization|Person - Organisation|Контакт - Организация",
        "Person - Email - Work|Person - Email|Контакт - Эл. почта - Рабочий|Контакт - Эл. почта",
        "Person - Phone - Work|Person - Phone|Контакт - Телефон - Рабочий|Контакт - Телефон",
    ),
    company_by_name=True,
)
