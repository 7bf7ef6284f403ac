"""``sales_pipeline.csv`` of the set: 8,800 deals, of which 1,425 open ones name no account."""

from pathlib import Path

from django.utils.translation import gettext_lazy as _

from vedu.clients.imports.format import Format, Refine
from vedu.clients.imports.mapping import Record
from vedu.integrations.migration.crm_sales.sisters import about_account, rows_of, teams
from vedu.sales.deals.pipeline import PipelineKind
from vedu.sales.deals.presets.shape import PipelinePreset, StagePreset
from vedu.sales.imports.deal_options import DealOptions

# Norms and chances are those of the set itself: 63 % of what ended was won, half of it within 45 days.
STAGES = (
    StagePreset(
        "Prospecting", 30, 40, _("Find who may buy"), _("Look who buys the like and reach the one who decides.")
    ),
    StagePreset(
        "Engaging", 45, 63, _("Come to an agreement"), _("Show the product, answer the doubts, agree on the price.")
    ),
)
PRESET = PipelinePreset("crm_sales", "CRM Sales", PipelineKind.ACTIVE, 30, STAGES)
ALIASES = {
    "deal_id": ("opportunity_id",),
    "owner": ("sales_agent",),
    "deal": ("product",),
    "company": ("account",),
    "stage": ("deal_stage",),
    "opened_at": ("engage_date",),
    "closed_at": ("close_date",),
    "amount": ("close_value",),
}
SOURCE = "CRM Sales"


def refine(file: Path) -> Refine:
    """Says where the deal comes from and, if the accounts lie beside, what its company is."""
    accounts = {row["account"]: about_account(row) for row in rows_of(file, "accounts.csv") if row.get("account")}

    def change(record: Record) -> None:
        record.setdefault("deal_source", SOURCE)
        if about := accounts.get(record.get("company", "")):
            record.setdefault("about", [about])

    return change


PIPELINE = Format(
    "crm-sales",
    _("CRM Sales Opportunities, deals"),
    "deals",
    source="crm-sales",
    aliases=ALIASES,
    signature=tuple(header for headers in ALIASES.values() for header in headers),
    company_by_name=True,
    refine=refine,
    teams=teams,
    options=DealOptions(
        preset=PRESET,
        stages={"Prospecting": "Prospecting", "Engaging": "Engaging", "Won": "won", "Lost": "lost"},
        currency="USD",
        lost_at_last=True,
    ),
)
