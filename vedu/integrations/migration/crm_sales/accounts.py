"""``accounts.csv`` of the set: the companies that its deals name."""

from pathlib import Path

from django.utils.translation import gettext_lazy as _

from vedu.clients.imports.format import Format, Refine
from vedu.clients.imports.mapping import Record
from vedu.integrations.migration.crm_sales.sisters import about_account, rows_of

ALIASES = {"company": ("account",)}


def refine(file: Path) -> Refine:
    known = {row["account"]: about_account(row) for row in rows_of(file, file.name) if row.get("account")}

    def change(record: Record) -> None:
        if about := known.get(record.get("company", "")):
            record["about"] = [about]

    return change


ACCOUNTS = Format(
    "crm-sales-accounts",
    _("CRM Sales Opportunities, accounts"),
    "clients",
    source="crm-sales",
    aliases=ALIASES,
    signature=("account", "sector", "year_established", "revenue", "employees", "office_location"),
    company_by_name=True,
    refine=refine,
)
