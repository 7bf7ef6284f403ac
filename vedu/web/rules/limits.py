"""How many clients without a deal one of a role may keep (OWN-5)."""

from typing import Any

from django import forms
from django.db.models import Count
from django.utils.translation import gettext as _

from vedu.clients.claim_limit import ClaimLimit
from vedu.clients.client import Client
from vedu.foundation.people.roles import SELLING, Role


class LimitsForm(forms.Form):
    """A number for each role that leads clients; empty is no limit."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        most = most_kept()
        for role in Role:
            if role in SELLING:
                help_text = _("one has %(number)d now") % {"number": most[role]} if role in most else ""
                self.fields[role.value] = forms.IntegerField(
                    label=role.label, required=False, min_value=0, max_value=100_000, help_text=help_text
                )


def kept_limits() -> LimitsForm:
    return LimitsForm(initial=dict(ClaimLimit.objects.values_list("role", "clients")))


def most_kept() -> dict[str, int]:
    """By role, how many held clients the one with the most of them has; one query."""
    held = Client.objects.held().filter(owner__is_active=True).order_by()
    counted = held.values_list("owner", "owner__role").annotate(Count("pk"))
    most: dict[str, int] = {}
    for _owner, role, number in counted:
        most[role] = max(number, most.get(role, 0))
    return most
