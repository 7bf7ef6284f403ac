"""HubSpot's export of companies (russia.md). Bring them in first: contacts and deals find them by their numbers."""

from django.utils.translation import gettext_lazy as _

from vedu.clients.imports.format import Format

ALIASES = {
    "company_id": ("Record ID", "Company ID", "ID записи"),
    "company": ("Company name", "Name", "Название компании"),
    "owner": ("Company owner", "Владелец компании"),
    "site": ("Company Domain Name", "Website URL", "Домен компании"),
    "created_at": ("Create Date", "Дата создания"),
    "phone": ("Phone Number", "Номер телефона"),
    "city": ("City", "Город"),
    "address": ("Street Address", "Адрес"),
    "about": ("Industry", "Description", "About Us", "Отрасль", "Описание"),
    "client_source": ("Original Source", "Original Traffic Source", "Источник"),
}

COMPANIES = Format(
    "hubspot-companies",
    _("HubSpot, companies"),
    "clients",
    source="hubspot",
    aliases=ALIASES,
    signature=(
        "Record ID|ID записи",
        "Company name|Название компании",
        "Company owner|Владелец компании",
        "Company Domain Name|Домен компании",
        "Industry|Отрасль",
        "Country/Region|Страна/регион",
    ),
    left_out=("Type", "Тип"),
    company_by_name=True,
    company_by_number=True,
)
