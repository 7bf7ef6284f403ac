"""The format "deals": any table of deals with their clients, whatever its headers."""

from django.utils.translation import gettext_lazy as _

from vedu.clients.imports.format import Format

DEALS = Format(
    "deals",
    _("Deals, any table"),
    "deals",
    source="file",
    telling=("stage", "pipeline", "amount", "closed_at", "expected_on"),
    company_by_name=True,
)
