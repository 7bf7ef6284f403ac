"""HubSpot's export of contacts (russia.md): people, with the companies that they are associated with."""

from pathlib import Path

from django.utils.translation import gettext_lazy as _

from vedu.clients.imports.format import Format, Refine
from vedu.clients.imports.mapping import Record
from vedu.integrations.migration.hubspot.associations import take_first

ALIASES = {
    "contact_id": ("Record ID", "Contact ID", "ID записи"),
    "first_name": ("First Name", "Имя"),
    "last_name": ("Last Name", "Фамилия"),
    "email": ("Email", "Work email", "Additional email addresses", "Электронная почта"),
    "phone": ("Phone Number", "Mobile Phone Number", "Номер телефона", "Мобильный телефон"),
    "job_title": ("Job Title", "Должность"),
    "company": (
        "Associated Company",
        "Associated Company (Primary)",
        "Primary Associated Company",
        "Company Name",
        "Связанная компания",
        "Название компании",
    ),
    "company_id": (
        "Associated Company IDs",
        "Associated Company IDs (Primary)",
        "Primary Associated Company ID",
        "Associated Company ID",
        "ID связанной компании",
    ),
    "owner": ("Contact owner", "Владелец контакта"),
    "created_at": ("Create Date", "Дата создания"),
    "city": ("City", "Город"),
    "site": ("Website URL",),
    "client_source": ("Original Source", "Original Traffic Source", "Источник"),
}
SIGNATURE = (
    "Record ID|ID записи",
    "First Name|Имя",
    "Last Name|Фамилия",
    "Email|Электронная почта",
    "Contact owner|Владелец контакта",
    "Lifecycle Stage|Этап жизненного цикла",
    "Associated Company|Associated Company IDs|Associated Company IDs (Primary)|Связанная компания",
)


def refine(_file: Path) -> Refine:
    def change(record: Record) -> None:
        """The chief company of several. One of which the file has but the number is called by it, unless it is here."""
        take_first(record, "company", "company_id")
        if "company_id" in record:
            record.setdefault("company", f"HubSpot {record['company_id']}")

    return change


CONTACTS = Format(
    "hubspot-contacts",
    _("HubSpot, contacts"),
    "clients",
    source="hubspot",
    aliases=ALIASES,
    signature=SIGNATURE,
    fallbacks=("company", "company_id"),
    company_by_name=True,
    company_by_number=True,
    refine=refine,
)
