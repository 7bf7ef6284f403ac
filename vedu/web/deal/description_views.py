"""The value and the base facts of a deal, edited in place."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from vedu.foundation.refusal import invalid
from vedu.foundation.values.money import Money
from vedu.sales.deals.deal import Deal
from vedu.web.deal.finding import find_deal
from vedu.web.deal.parts import changed
from vedu.web.shell.signed import SignedRequest


@login_required
@require_POST
def description(request: SignedRequest, deal_id: int) -> HttpResponse:
    deal = find_deal(request, deal_id)
    deal.describe(by=request.user, **_facts(deal, request.POST.dict()))
    return changed(request, deal, "name", "head", "chance", "facts", "timeline", said=_("Deal changed"))


def _facts(deal: Deal, form: Mapping[str, str]) -> dict[str, Any]:
    """Only the fields that were sent."""
    facts: dict[str, Any] = {}
    if "value" in form:
        value = _money(form["value"], deal.currency)
        facts |= {"amount": value.amount, "currency": value.currency}
    if "name" in form:
        facts["name"] = " ".join(form["name"].split())[:255]
    if "expected_on" in form:
        facts["expected_on"] = _day(form["expected_on"])
    if "source" in form:
        facts["source"] = form["source"].strip()[:120]
    return facts


def _money(text: str, currency: str) -> Money:
    if not text.strip():
        return Money.zero(currency)
    try:
        return Money.parse(text, currency).rounded()
    except ValueError as error:
        raise invalid("value", "value-unclear", str(error)) from None


def _day(text: str) -> date | None:
    if not text.strip():
        return None
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        raise invalid("expected_on", "day-unclear", _("Choose the expected day in the calendar.")) from None
