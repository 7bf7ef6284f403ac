"""Pipedrive's export of organizations (russia.md)."""

from django.utils.translation import gettext_lazy as _

from vedu.clients.imports.format import Format

ALIASES = {
    "company_id": ("Organization - ID", "Organisation - ID", "Организация - ID"),
    "company": ("Organization - Name", "Organisation - Name", "Организация - Название"),
    "owner": ("Organization - Owner", "Organisation - Owner", "Организация - Владелец"),
    "address": ("Organization - Address", "Organisation - Address", "Организация - Адрес"),
    "city": ("Organization - City/town/village/locality of Address", "Организация - Город"),
    "created_at": (
        "Organization - Organization created",
        "Organisation - Organisation created",
        "Организация - Дата создания",
    ),
    "site": ("Organization - Website", "Organisation - Website", "Организация - Сайт"),
    "about": ("Organization - Industry", "Organisation - Industry", "Организация - Отрасль"),
}

ORGANIZATIONS = Format(
    "pipedrive-organizations",
    _("Pipedrive, organizations"),
    "clients",
    source="pipedrive",
    aliases=ALIASES,
    signature=(
        "Organization - Name|Organisation - Name|Организация - Название",
        "Organization - Owner|Organisation - Owner|Организация - Владелец",
        "Organization - Address|Organisation - Address|Организация - Адрес",
    ),
    company_by_name=True,
)
